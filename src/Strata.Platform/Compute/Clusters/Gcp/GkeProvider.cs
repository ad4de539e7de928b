using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>The Kubernetes provider that talks to a GKE cluster.</summary>
internal static class GkeProvider
{
    /// <param name="ready">Nodes: whatever lives in the cluster comes after them and goes before them. Empty for another stack's cluster.</param>
    public static Kubernetes.Provider Add(
        ComponentContext context, Input<string> id, Input<string> endpoint, Input<string> certificateAuthority, IReadOnlyList<Resource> ready) =>
        context.Scope.Use(context.Scope.Add(new Kubernetes.Provider($"{context.Name}-kubernetes", new ResourceOptions { DependsOn = ready })
        {
            Kubeconfig = GkeKubeconfig.For(endpoint, certificateAuthority),
            ClusterIdentifier = id,
            EnableServerSideApply = true,
        }));
}
