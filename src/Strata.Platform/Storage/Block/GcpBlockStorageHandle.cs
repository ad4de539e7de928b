namespace Strata.Platform.Storage;

/// <summary>A storage class of Google Cloud's disks.</summary>
/// <param name="StorageClass">What volume claims name.</param>
internal sealed record GcpBlockStorageHandle(string StorageClass) : StorageHandle
{
    public override Graph.ValueMap Outputs => new() { ["storageClass"] = StorageClass };
}
