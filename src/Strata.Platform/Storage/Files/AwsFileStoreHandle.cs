using Strata.Aws.Efs;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>An EFS file system for others to mount.</summary>
/// <param name="AccessPoint">Where the team's files are; null of a file system that existed before.</param>
internal sealed record AwsFileStoreHandle(Input<string> FileSystem, Input<string> Arn, AccessPoint? AccessPoint) : StorageHandle
{
    /// <summary>What must be there before anything can mount it: its addresses in the subnets.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    public override ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap { ["fileSystemId"] = FileSystem, ["arn"] = Arn };
            if (AccessPoint is not null)
            {
                outputs["accessPointId"] = AccessPoint.Id;
            }

            return outputs;
        }
    }

    /// <summary>For mounting with an identity (the mount option <c>iam</c>), which batch jobs do.</summary>
    public override IReadOnlyList<PolicyStatement> StatementsFor(AccessLevel level) =>
    [
        new(level == AccessLevel.Write ? ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"] : ["elasticfilesystem:ClientMount"], [Arn])
        {
            Condition = AccessPoint is null ? null : new ValueMap { ["StringEquals"] = new ValueMap { ["elasticfilesystem:AccessPointArn"] = AccessPoint.Arn } },
        },
    ];
}
