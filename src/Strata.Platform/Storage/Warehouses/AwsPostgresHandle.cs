using Strata.Aws.Rds;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A Postgres instance on RDS.</summary>
internal sealed record AwsPostgresHandle(Warehouse Config, Instance Instance, AwsFoundation Aws) : WarehouseHandle(Config, WarehouseEngine.Postgres)
{
    public override ValueMap Outputs => new()
    {
        ["engine"] = "postgres",
        ["host"] = Instance.GetOutput<string>("address"),
        ["database"] = Instance.DbName,
        ["secretArn"] = Instance.GetOutput<string>("masterUserSecrets[0].secretArn"),
    };

    /// <summary>Signing in by identity as the database user <c>reader</c> or <c>writer</c>; what they may do is granted inside the database.</summary>
    public override IReadOnlyList<PolicyStatement> StatementsFor(AccessLevel level)
    {
        var user = level == AccessLevel.Write ? "writer" : "reader";
        return [new(["rds-db:connect"], [Output.Format($"arn:aws:rds-db:{Aws.Region}:{Aws.AccountId}:dbuser:{Instance.GetOutput<string>("resourceId")}/{user}")])];
    }
}
