using System.Globalization;
using Strata.Graph;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>
/// How several pods share a GPU where NVIDIA's operator runs: the operator holds named ways to share, and a node's labels say
/// which one is its own.
/// </summary>
internal static class GpuSharingConfigs
{
    private const string Whole = "whole";

    /// <summary>The labels by which a pool's nodes choose their way; none without sharing.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> NodeLabels(GpuSharing? sharing) => sharing switch
    {
        { Strategy: GpuSharingStrategy.TimeSlicing } => [new("nvidia.com/device-plugin.config", NameOf(sharing.Replicas))],
        { Strategy: GpuSharingStrategy.Mig, Partition: { } partition } => [new("nvidia.com/mig.config", $"all-{partition}")],
        _ => [],
    };

    /// <summary>The device plugin's <c>config</c> in the operator's chart: one entry for each way of the stack's pools on the cluster.</summary>
    public static ValueMap Of(StackModel stack, Cluster cluster)
    {
        var replicas = stack.Components.OfType<Pool>()
            .Where(pool => stack.CloudOf(pool) == stack.CloudOf(cluster) && (pool.Cluster is not { } named || named.Name == cluster.Name))
            .Where(pool => pool.Sharing is { Strategy: GpuSharingStrategy.TimeSlicing })
            .Select(pool => pool.Sharing!.Replicas)
            .Distinct()
            .Order()
            .ToList();
        if (replicas.Count == 0)
        {
            return [];
        }

        var data = new ValueMap { [Whole] = Output.Json(new ValueMap { ["version"] = "v1" }) };
        foreach (var count in replicas)
        {
            data[NameOf(count)] = Output.Json(new ValueMap
            {
                ["version"] = "v1",
                ["sharing"] = new ValueMap
                {
                    ["timeSlicing"] = new ValueMap { ["resources"] = Value.List(new ValueMap { ["name"] = "nvidia.com/gpu", ["replicas"] = count }) },
                },
            });
        }

        return new ValueMap { ["create"] = true, ["name"] = "gpu-sharing", ["default"] = Whole, ["data"] = data };
    }

    private static string NameOf(int replicas) => string.Create(CultureInfo.InvariantCulture, $"time-slicing-{replicas}");
}
