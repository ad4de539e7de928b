using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Finds the cluster that a component belongs to.</summary>
internal static class ClusterChoice
{
    /// <summary>The cluster a component names or, when it names none, the stack's only one on the component's cloud.</summary>
    /// <exception cref="ExpansionStoppedException">There is no such cluster, or it could not be expanded; the reason is among the diagnostics.</exception>
    public static ClusterHandle ClusterFor(this ComponentContext context, ComponentConfig config, Ref<Cluster>? named)
    {
        List<Cluster> clusters = [.. On(context.Stack, context.Cloud)];
        switch (named is null ? clusters : clusters.FindAll(c => c.Name == named.Name))
        {
            case [var only]:
                return context.Expansion.HandleOf<ClusterHandle>(only);

            // A cluster with errors has said so itself.
            case [] when named is null && context.Stack.AllComponents.Any(c => c is Cluster { IsBroken: true }):
                throw new ExpansionStoppedException();

            default:
                context.Diagnostics.Add(KubernetesComputeErrors.NeedsCluster(
                    config.IsSet("Cluster") ? config.SpanOf("Cluster") : config.KeySpan, context.Name, named?.Name ?? "", context.Cloud.Title(), [.. clusters.Select(c => c.Name)]));
                throw new ExpansionStoppedException();
        }
    }

    /// <summary>The stack's clusters on a cloud, by name.</summary>
    public static IEnumerable<Cluster> On(StackModel stack, Cloud cloud) =>
        stack.Components.OfType<Cluster>().Where(c => stack.CloudOf(c) == cloud).OrderBy(c => c.Name, StringComparer.Ordinal);
}
