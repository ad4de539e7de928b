using Strata.Gcp.Container.Inputs;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>
/// From where the Kubernetes API can be reached. Nodes have no public addresses in any case, and the API has none unless
/// <c>apiAccess</c> names ranges. Where it names all addresses, the API's name on Google's own front end answers too: there IAM
/// alone decides who gets in.
/// </summary>
internal static class GkeEndpoint
{
    public static ClusterPrivateClusterConfigArgs Privacy(Cluster config) => new()
    {
        EnablePrivateNodes = true,
        EnablePrivateEndpoint = config.ApiAccess.Count == 0,
    };

    /// <summary>The ranges of <c>apiAccess</c>, and the network's own where they are known.</summary>
    public static ClusterMasterAuthorizedNetworksConfigArgs AuthorizedNetworks(Cluster config, GcpNetworkHandle network)
    {
        var blocks = new InputList<ClusterMasterAuthorizedNetworksConfigCidrBlockArgs>();
        if (network.CidrBlock is { } own)
        {
            blocks.Add(new ClusterMasterAuthorizedNetworksConfigCidrBlockArgs { CidrBlock = own, DisplayName = "network" });
        }

        foreach (var range in config.ApiAccess)
        {
            blocks.Add(new ClusterMasterAuthorizedNetworksConfigCidrBlockArgs { CidrBlock = range.ToString(), DisplayName = "apiAccess" });
        }

        return new ClusterMasterAuthorizedNetworksConfigArgs { CidrBlocks = blocks, GcpPublicCidrsAccessEnabled = false };
    }

    public static ClusterControlPlaneEndpointsConfigArgs Endpoints(Cluster config) => new()
    {
        DnsEndpointConfig = new ClusterControlPlaneEndpointsConfigDnsEndpointConfigArgs { AllowExternalTraffic = config.ApiAccess.Any(IsEverywhere) },
    };

    private static bool IsEverywhere(Cidr range) => range.PrefixLength == 0;
}
