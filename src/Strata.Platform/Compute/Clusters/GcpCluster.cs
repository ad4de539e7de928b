using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>A Kubernetes cluster as GKE: of the stack's own, with what every cluster needs to be of use, or another stack's.</summary>
internal static class GcpCluster
{
    public static GkeClusterHandle Expand(Cluster config, ComponentContext context)
    {
        GkeClusterRules.Check(config, context);
        return config.From is { } source ? SharedGkeCluster.Expand(config, source, context) : Own(config, context);
    }

    private static GkeClusterHandle Own(Cluster config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var network = gcp.Network;
        var account = GkeNodeAccount.Add(context);
        var cluster = GkeControlPlane.Add(config, context, network, account.Email);
        Resource[] ready = [GkeSystemNodes.Add(config, context, cluster.Id, account.Email, GcpRights.Of(context, account))];
        GkeAccess.Grant(config, context);

        var endpoint = cluster.Endpoint;
        var certificateAuthority = cluster.GetOutput<string>("masterAuth.clusterCaCertificate");
        var handle = new GkeClusterHandle(config, GkeProvider.Add(context, cluster.Id, endpoint, certificateAuthority, ready))
        {
            Id = cluster.Id,
            Name = cluster.Name,
            Project = gcp.Project,
            Location = gcp.Region,
            Endpoint = endpoint,
            Issuer = $"https://container.googleapis.com/v1/projects/{gcp.Project}/locations/{gcp.Region}/clusters/{context.Named(Naming.GcpNames.GkeCluster)}",
            CertificateAuthority = certificateAuthority,
            WorkloadPool = GkeControlPlane.WorkloadPoolOf(gcp.Project),
            NodeServiceAccount = account.Email,
            Network = network.Network,
            Subnetwork = network.Subnetwork,
            Ready = ready,
        };

        // GKE brings the drivers and the device plugin; what needs them is told that they are there.
        var hasNvidia = GkePools.On(context.Stack, config).Any(GkePools.HasGpu);
        return handle with { Operators = ClusterOperators.Install(context.Scope, context.Expansion, handle, hasNvidia) };
    }
}
