using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>A VPC network for others to use: the stack's own, another stack's or one that exists.</summary>
/// <param name="Network">The network's id or self link.</param>
/// <param name="Subnetwork">The private subnet's id or self link, in the stack's region.</param>
/// <param name="PodRange">The name of the subnet's secondary range for pods.</param>
/// <param name="ServiceRange">The name of the subnet's secondary range for services.</param>
/// <param name="CidrBlock">The subnet's own addresses, for rules that let the network itself in; null for an existing network.</param>
internal sealed record GcpNetworkHandle(
    Input<string> Network,
    Input<string> Subnetwork,
    string PodRange,
    string ServiceRange,
    Input<string>? CidrBlock) : Handle
{
    /// <summary>What must be there before private machines can reach the internet and each other: NAT and firewall. Empty when the network exists already.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    /// <summary>What must be there before Google's own services (Cloud SQL, Memorystore, Vertex AI) can have addresses in the network. Empty when the network exists already.</summary>
    public IReadOnlyList<Resource> ServicesReady { get; init; } = [];

    public override ValueMap Outputs => new()
    {
        ["network"] = Network,
        ["subnetwork"] = Subnetwork,
        ["podRange"] = PodRange,
        ["serviceRange"] = ServiceRange,
        ["cidrBlock"] = CidrBlock,
    };
}
