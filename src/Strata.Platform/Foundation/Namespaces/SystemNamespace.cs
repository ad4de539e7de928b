using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Foundation;

/// <summary>
/// A namespace beside the team's for a server the team uses and does not run: its administrator's password stays out of reach of
/// pods that the team starts.
/// </summary>
internal static class SystemNamespace
{
    /// <param name="scope">The component it belongs to; the scope's provider becomes the cluster's.</param>
    /// <param name="what">What runs in it: <c>minio</c>, <c>images</c>. Ends the namespace's name.</param>
    /// <param name="letTeamIn">The team's pods may reach it directly, and not only through the ingress.</param>
    public static NamespaceHandle Expand(Scope scope, StackExpansion expansion, ClusterHandle cluster, string what, bool letTeamIn = true)
    {
        var name = NameIn(expansion, what);
        scope.Use(cluster.Provider);
        var labels = KubernetesObject.Labels(expansion.Stack, what);
        labels["pod-security.kubernetes.io/enforce"] = "baseline";
        var space = scope.Add(new Namespace($"{scope.Component!.LogicalName}-namespace", new ResourceOptions { DependsOn = cluster.Ready })
        {
            Metadata = new() { Name = name, Labels = labels },
        });
        var handle = new NamespaceHandle(name, space, scope);
        NamespaceIsolation.Add(expansion, cluster, handle, letTeamIn);
        return handle;
    }

    /// <summary>A namespace without walls, for what watches the whole cluster and needs the machines themselves for it.</summary>
    /// <param name="logicalName">Unique in the stack.</param>
    public static NamespaceHandle Open(Scope scope, StackExpansion expansion, ClusterHandle cluster, string logicalName, string name)
    {
        var labels = KubernetesObject.Labels(expansion.Stack, name);
        labels["pod-security.kubernetes.io/enforce"] = "privileged";
        var space = scope.Add(new Namespace(logicalName, new ResourceOptions { DependsOn = cluster.Ready }) { Metadata = new() { Name = name, Labels = labels } });
        return new NamespaceHandle(name, space, scope);
    }

    public static string NameIn(StackExpansion expansion, string what) => Naming.KubernetesNames.Label.Make(TeamNamespace.NameIn(expansion.Stack), what);
}
