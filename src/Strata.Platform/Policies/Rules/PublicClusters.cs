using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Kubernetes APIs that the whole internet reaches.</summary>
internal static class PublicClusters
{
    public static PolicyRule Rule { get; } = new(
        "STR704",
        "public-clusters",
        PolicySubjects.PublicAccess,
        Severity.Error,
        "EKS clusters with a public endpoint for 0.0.0.0/0; GKE clusters with a public endpoint and no list of authorised networks, or one with 0.0.0.0/0; public nodes.",
        "Who reaches the API can try stolen tokens and every hole of the API server.")
    {
        Types = ["aws:eks/cluster:Cluster", "gcp:container/cluster:Cluster"],
        OfResource = (cluster, _) => cluster.PackageName == "aws" ? OnAws(cluster) : OnGcp(cluster),
    };

    private static IEnumerable<PolicyViolation> OnAws(Resource cluster)
    {
        var access = cluster.At("vpcConfig.publicAccessCidrs").AsItems();
        if (!cluster.At("vpcConfig.endpointPublicAccess").IsFalse() && (access is [] || access.Any(AnyAddress.Is)))
        {
            yield return new("vpcConfig.publicAccessCidrs", $"The API of the cluster '{cluster.LogicalName}' is open to the whole internet. Name the networks under 'apiAccess', or leave it out to have the API in the network only.");
        }
    }

    private static IEnumerable<PolicyViolation> OnGcp(Resource cluster)
    {
        var isPrivate = cluster.At("privateClusterConfig.enablePrivateEndpoint").IsTrue();
        var networks = cluster.At("masterAuthorizedNetworksConfig.cidrBlocks").AsItems();
        if (!isPrivate && (cluster.At("masterAuthorizedNetworksConfig") is null || networks.Any(block => block.At("cidrBlock") is { } cidr && AnyAddress.Is(cidr))))
        {
            yield return new("masterAuthorizedNetworksConfig", $"The API of the cluster '{cluster.LogicalName}' is open to the whole internet. Name the networks under 'apiAccess', or leave it out to have the API in the network only.");
        }

        if (!cluster.At("privateClusterConfig.enablePrivateNodes").IsTrue())
        {
            yield return new("privateClusterConfig.enablePrivateNodes", $"The nodes of the cluster '{cluster.LogicalName}' have addresses in the internet. Set 'enablePrivateNodes' to true.");
        }
    }
}
