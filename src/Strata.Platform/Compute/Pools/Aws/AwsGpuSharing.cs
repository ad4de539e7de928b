using System.Globalization;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>Several pods on one GPU: labels by which NVIDIA's operator knows how to set up the pool's nodes.</summary>
internal static class AwsGpuSharing
{
    /// <summary>The nodes with the labels of their sharing.</summary>
    public static PoolNodes Apply(Pool config, PoolNodes nodes, EksClusterHandle cluster, ComponentContext context)
    {
        if (config.Sharing is { Strategy: GpuSharingStrategy.TimeSlicing } slices && cluster.IsShared && !OwnerSlices(cluster, slices.Replicas, context))
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Sharing)), "sharing", "this pool of a cluster that another stack owns",
                $"NVIDIA's operator belongs to the owner, and it has no pool whose GPUs are shared by {slices.Replicas.ToString(CultureInfo.InvariantCulture)} pods.",
                "Use a number of 'replicas' that a pool of the owner has, or 'strategy: mig'."));
        }

        return nodes with { Labels = [.. nodes.Labels, .. GpuSharingConfigs.NodeLabels(config.Sharing)] };
    }

    /// <summary>The operator's ways to share come from the pools of the stack that installs it; of a stack out of sight nobody knows.</summary>
    private static bool OwnerSlices(EksClusterHandle cluster, int replicas, ComponentContext context) =>
        cluster.Config.From is not { } source
        || context.Expansion.Shared.Find(source.Stack) is not { } owner
        || owner.Config.Compute.Values.OfType<Pool>().Any(p => p.Sharing is { Strategy: GpuSharingStrategy.TimeSlicing } same && same.Replicas == replicas);
}
