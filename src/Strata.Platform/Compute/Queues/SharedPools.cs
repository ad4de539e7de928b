using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>The pools that the owner of a shared cluster has there, of which other teams may borrow what is idle.</summary>
internal static class SharedPools
{
    /// <summary>No right to any machine, and no limit to borrowing. Empty on a cluster of one's own or of another repository.</summary>
    public static IEnumerable<FlavorShare> Of(StackExpansion expansion, ClusterHandle cluster)
    {
        if (!cluster.IsShared || SharedClusters.Find(expansion, cluster) is not var (stack, config))
        {
            yield break;
        }

        var pools = stack.Components.OfType<Pool>().Where(pool => stack.CloudOf(pool) == cluster.Cloud && (pool.Cluster is not { } named || named.Name == config.Name));
        foreach (var pool in pools.Where(pool => !pool.Queued).OrderBy(pool => pool.Name, StringComparer.Ordinal))
        {
            yield return new FlavorShare(PoolFlavors.NameOf(stack, pool), new CpuCount(1), new ByteSize(1), ResourceOf(pool), 0, 0);
        }
    }

    private static string? ResourceOf(Pool pool) => pool.Machine switch
    {
        { Tpu: not null } => "google.com/tpu",
        { Gpu: { } gpu } => Accelerators.Find(gpu.Type)?.Kind == AcceleratorKind.Neuron ? "aws.amazon.com/neuron" : "nvidia.com/gpu",
        _ => null,
    };
}
