using Strata.Platform.Catalog;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>What a stack's file says of the pools of a GKE cluster, before any of them is expanded.</summary>
internal static class GkePools
{
    /// <summary>The pools that name the cluster or, naming none, are for the stack's only one.</summary>
    public static IEnumerable<Pool> On(StackModel stack, Cluster cluster) =>
        stack.Components.OfType<Pool>().Where(pool => stack.CloudOf(pool) == Cloud.Gcp && (pool.Cluster is not { } named || named.Name == cluster.Name));

    /// <summary>GPUs asked for, or of the machine type that is named.</summary>
    public static bool HasGpu(Pool pool) =>
        pool.Machine.Gpu is not null
        || (pool.Machine.Type is { } type && Catalog.Machines.Find(Cloud.Gcp, type)?.Accelerator?.Accelerator.Kind == AcceleratorKind.NvidiaGpu);
}
