using Strata.Aws.RedshiftServerless;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A Redshift Serverless workgroup with its namespace.</summary>
internal sealed record RedshiftHandle(Warehouse Config, Namespace Namespace, Workgroup Workgroup) : WarehouseHandle(Config, WarehouseEngine.Redshift)
{
    public override ValueMap Outputs => new()
    {
        ["engine"] = "redshift",
        ["workgroup"] = Workgroup.WorkgroupName,
        ["database"] = Namespace.DbName,
        ["endpoint"] = Workgroup.GetOutput<string>("endpoints[0].address"),
    };

    /// <summary>Signing in by identity; what a user may do then is granted inside the database.</summary>
    public override IReadOnlyList<PolicyStatement> StatementsFor(AccessLevel level) =>
    [
        new(["redshift-serverless:GetCredentials", "redshift-serverless:GetWorkgroup"], [Workgroup.Arn]),
        new(["redshift-data:ExecuteStatement", "redshift-data:BatchExecuteStatement"], [Workgroup.Arn]),
        new(["redshift-data:DescribeStatement", "redshift-data:GetStatementResult"], ["*"]) // These take no resource: a caller sees its own statements only.
        {
            Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["redshift-data:statement-owner-iam-userid"] = "${aws:userid}" } },
        },
    ];
}
