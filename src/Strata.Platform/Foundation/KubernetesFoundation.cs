using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Foundation;

/// <summary>What a stack stands on in a Kubernetes cluster, whoever runs it: the team's namespace and the accounts in it.</summary>
internal sealed class KubernetesFoundation(StackExpansion expansion)
{
    private readonly Dictionary<ClusterHandle, NamespaceHandle> _namespaces = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes what belongs to the whole stack.</summary>
    public void ExpandStackWide() => _ = expansion;

    /// <summary>The team's namespace on a cluster, with quotas, isolation and access. Made once for each cluster.</summary>
    public NamespaceHandle NamespaceOn(ClusterHandle cluster)
    {
        if (!_namespaces.TryGetValue(cluster, out var handle))
        {
            _namespaces[cluster] = handle = TeamNamespace.Expand(expansion, cluster);
        }

        return handle;
    }

    /// <summary>Adds the service account of an identity to the team's namespace. Called once for each identity and cluster.</summary>
    /// <param name="identity">The identity's name, which is the account's too.</param>
    /// <param name="annotations">How the cloud knows it: <c>iam.gke.io/gcp-service-account</c> on GKE; none for EKS pod identity.</param>
    public ServiceAccountHandle ServiceAccountFor(string identity, ClusterHandle cluster, InputMap<string>? annotations = null)
    {
        var space = NamespaceOn(cluster);
        var account = space.Scope.Add(new ServiceAccount($"{cluster.Config.Name}-{identity}-account", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(expansion.Stack, identity, identity, space.Name, annotations),
        });
        return new ServiceAccountHandle(identity, space, account);
    }
}
