using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A Managed Lustre file system for others to mount. Who can reach the network can mount it.</summary>
/// <param name="Instance">The instance's full name, as the CSI driver's volumes name it.</param>
/// <param name="MountPoint">What to mount: <c>10.0.64.2@tcp:/scratch</c>.</param>
/// <param name="Capacity">In GiB.</param>
internal sealed record GcpScratchHandle(Input<string> Instance, Input<string> MountPoint, int Capacity) : StorageHandle
{
    public override ValueMap Outputs => new() { ["instance"] = Instance, ["mountPoint"] = MountPoint };
}
