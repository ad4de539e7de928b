using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A storage class for others to use.</summary>
internal sealed record KubernetesBlockStorageHandle(string StorageClass, Resource Ready) : StorageHandle
{
    public override ValueMap Outputs => new() { ["storageClass"] = StorageClass };
}
