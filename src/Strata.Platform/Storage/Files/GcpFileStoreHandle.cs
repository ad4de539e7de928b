using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A Filestore share, or another NFS share, for others to mount. Who can reach the network can mount it.</summary>
/// <param name="Address">The server's address.</param>
/// <param name="Share">The share's name, without a slash.</param>
internal sealed record GcpFileStoreHandle(Input<string> Address, string Share) : StorageHandle
{
    public override ValueMap Outputs => new() { ["address"] = Address, ["share"] = Share };
}
