using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>The team's namespace on one cluster.</summary>
internal static class TeamNamespace
{
    public static NamespaceHandle Expand(StackExpansion expansion, ClusterHandle cluster)
    {
        var stack = expansion.Stack;
        var name = NameIn(stack);
        var scope = expansion.Root.AddComponent("strata:foundation:Namespace", cluster.Config.Name, stack.Config.SpanOf(nameof(StackConfig.Namespace)));
        scope.Use(cluster.Provider);
        var space = scope.Add(new Namespace($"{cluster.Config.Name}-namespace", new ResourceOptions { DependsOn = cluster.Ready })
        {
            Metadata = KubernetesObject.Meta(stack, stack.Config.Team, name),
        });
        return new NamespaceHandle(name, space, scope);
    }

    /// <summary>The namespace's name: what the file says, or team and environment.</summary>
    public static string NameIn(StackModel stack) =>
        stack.Config.Namespace.Name ?? $"{stack.Config.Team}-{PropertyNames.OfChoice(stack.Config.Environment.ToString())}";
}
