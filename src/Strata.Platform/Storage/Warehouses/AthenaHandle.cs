using Strata.Aws.Athena;
using Strata.Aws.Glue;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>An Athena workgroup with its Glue database.</summary>
internal sealed record AthenaHandle(Warehouse Config, Workgroup Workgroup, CatalogDatabase Database, AwsObjectStoreHandle Lake, AwsFoundation Aws)
    : WarehouseHandle(Config, WarehouseEngine.Athena)
{
    public override ValueMap Outputs => new() { ["engine"] = "athena", ["workgroup"] = Workgroup.Name, ["database"] = Database.Name };

    public override IReadOnlyList<PolicyStatement> StatementsFor(AccessLevel level)
    {
        var account = Output.Format($"arn:aws:glue:{Aws.Region}:{Aws.AccountId}:");
        string[] catalog = level == AccessLevel.Write
            ? ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartitions", "glue:CreateTable", "glue:UpdateTable", "glue:DeleteTable", "glue:BatchCreatePartition"]
            : ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartitions"];
        return
        [
            new(["athena:StartQueryExecution", "athena:StopQueryExecution", "athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup"], [Workgroup.Arn]),
            new(catalog, [Output.Format($"{account}catalog"), Output.Format($"{account}database/{Database.Name}"), Output.Format($"{account}table/{Database.Name}/*")]),
            .. Lake.StatementsFor(AccessLevel.Write), // Query results are written to the lake, whatever the level.
        ];
    }
}
