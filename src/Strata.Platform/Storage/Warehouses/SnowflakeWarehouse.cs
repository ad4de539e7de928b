using Strata.Platform.Components;

namespace Strata.Platform.Storage;

/// <summary>A warehouse in Snowflake, which exists outside: nothing is made, and others reach it by what the stack file says.</summary>
internal static class SnowflakeWarehouse
{
    public static SnowflakeHandle Expand(Warehouse config, ComponentContext context)
    {
        if (config.Snowflake is { } account)
        {
            return new SnowflakeHandle(config, account);
        }

        context.Diagnostics.Add(WarehouseErrors.MissingSnowflake(config.KeySpan, config.Name));
        throw new ExpansionStoppedException();
    }
}
