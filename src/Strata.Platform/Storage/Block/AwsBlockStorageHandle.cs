using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A storage class of EBS volumes.</summary>
/// <param name="StorageClass">What volume claims name.</param>
internal sealed record AwsBlockStorageHandle(string StorageClass) : StorageHandle
{
    public override ValueMap Outputs => new() { ["storageClass"] = StorageClass };
}
