using Strata.Aws.Ec2;
using Strata.Aws.Fsx;
using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A Lustre file system for others to mount. Who can reach the network can mount it.</summary>
/// <param name="Group">What lets the network in.</param>
/// <param name="Capacity">In GiB.</param>
internal sealed record AwsScratchHandle(LustreFileSystem FileSystem, SecurityGroup Group, int Capacity) : StorageHandle
{
    /// <summary>What to mount: <c>fs-….fsx.eu-central-1.amazonaws.com@tcp:/abcdef</c>.</summary>
    public Input<string> MountPoint => Output.Format($"{FileSystem.DnsName}@tcp:/{FileSystem.MountName}");

    public override ValueMap Outputs => new()
    {
        ["fileSystemId"] = FileSystem.Id,
        ["dnsName"] = FileSystem.DnsName,
        ["mountName"] = FileSystem.MountName,
        ["mountPoint"] = MountPoint,
    };
}
