using Strata.Platform.Units;

namespace Strata.Platform.Foundation;

/// <summary>
/// How a network's addresses are divided on Google Cloud, all inside the range the stack file gives. Of a /16: a /17 for pods, a
/// /18 for Google's own services, a /19 for machines and a /20 for Kubernetes services; the last /20 is free for what comes later.
/// </summary>
internal sealed record GcpAddressPlan(Cidr Nodes, Cidr Pods, Cidr Services, Cidr GoogleServices, Cidr Spare)
{
    /// <summary>The longest prefix that leaves room for Managed Lustre, which takes a /24 at least, and for a few nodes.</summary>
    public const int LongestPrefix = 20;

    // GKE gives each node twice the addresses its pods can have, rounded up to a power of two: a /24 for the usual 110.
    private const int AddressesPerNode = 256;

    /// <summary>How many nodes of 110 pods the pod range has room for.</summary>
    public long MaxNodes => Pods.Size / AddressesPerNode;

    public static GcpAddressPlan Of(Cidr network)
    {
        var length = network.PrefixLength;
        return new GcpAddressPlan(
            Nodes: network.Subnet(length + 3, 0),
            Pods: network.Subnet(length + 1, 1),
            Services: network.Subnet(length + 4, 2),
            GoogleServices: network.Subnet(length + 2, 1),
            Spare: network.Subnet(length + 4, 3));
    }
}
