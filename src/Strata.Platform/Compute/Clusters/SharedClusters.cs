using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>What the owner's files say of a cluster that this stack shares.</summary>
internal static class SharedClusters
{
    /// <summary>The owner's stack and its cluster; null when that stack is not of this repository or has no such cluster.</summary>
    public static (StackModel Stack, Cluster Config)? Find(StackExpansion expansion, ClusterHandle cluster) =>
        cluster.Config.From is { IsLocal: true } from && expansion.Shared.Find(from.Stack) is { } stack
        && stack.Components.OfType<Cluster>().FirstOrDefault(c => c.Name == (from.Component ?? cluster.Config.Name)) is { } config
            ? (stack, config)
            : null;

    /// <summary>
    /// True when the cluster has an operator: one the stack owns because it was installed, a shared one because its owner's files
    /// ask for it. Of a cluster whose files are elsewhere it is believed.
    /// </summary>
    public static bool Has(StackExpansion expansion, ClusterHandle cluster, ClusterOperator one) =>
        cluster.Operators is { } own ? own.Has(one) : Find(expansion, cluster) is not { } owner || NeededOperators.Of(owner.Stack, owner.Config).Contains(one);
}
