using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>
/// The operators of one cluster: installed once, by the stack that owns the cluster. Objects of an operator's kinds depend on
/// what its property here gives; that is nothing on a shared cluster, where the owner installed it long ago.
/// </summary>
internal sealed class ClusterOperators
{
    private ClusterOperators()
    {
    }

    /// <summary>
    /// Installs what the stack's components need on a cluster that the stack owns, and the cohort and priorities all teams
    /// share. Which operators those are follows from the cluster's config and the stack's pools.
    /// </summary>
    /// <param name="scope">The cluster's component. Need not use the cluster's provider.</param>
    /// <param name="cluster">The cluster, with <see cref="ClusterHandle.Ready"/> filled in: operators need nodes to run on.</param>
    /// <param name="hasNvidia">Whether pools with NVIDIA GPUs are, or may come, on it.</param>
    public static ClusterOperators Install(Scope scope, StackExpansion expansion, ClusterHandle cluster, bool hasNvidia)
    {
        _ = (scope, expansion, cluster, hasNvidia);
        return new ClusterOperators();
    }
}
