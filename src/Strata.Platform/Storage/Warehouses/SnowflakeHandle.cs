using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A Snowflake account to reach.</summary>
internal sealed record SnowflakeHandle(Warehouse Config, SnowflakeAccount Account) : WarehouseHandle(Config, WarehouseEngine.Snowflake)
{
    public override ValueMap Outputs => new() { ["engine"] = "snowflake", ["account"] = Account.Account, ["database"] = Account.Database };

    public override IReadOnlyList<KeyValuePair<string, Input<string>>> Environment =>
    [
        KeyValuePair.Create<string, Input<string>>("SNOWFLAKE_ACCOUNT", Account.Account),
        KeyValuePair.Create<string, Input<string>>("SNOWFLAKE_DATABASE", Account.Database),
        KeyValuePair.Create<string, Input<string>>("SNOWFLAKE_WAREHOUSE", Account.Warehouse),
        KeyValuePair.Create<string, Input<string>>("SNOWFLAKE_USER", Account.User),
        KeyValuePair.Create<string, Input<string>>("SNOWFLAKE_PRIVATE_KEY", Output.ConfigSecret(Account.PrivateKey.Name)),
    ];
}
