using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A pool on GKE: one node pool or, for TPU slices of several hosts, one for each slice.</summary>
internal static class GcpPool
{
    public static PoolHandle Expand(Pool config, ComponentContext context)
    {
        var cluster = (GkeClusterHandle)context.ClusterFor(config, config.Cluster);

        // Spot, the queue and reservations all have machines that are not sold on demand.
        var spare = config.Spot || config.Queued || config.Reservation is not null;
        var choice = MachineSelection.Choose(context, config.Machine, spare, context.Expansion.Foundations.Gcp.Region, config.SpanOf(nameof(config.Machine)));
        PoolRules.Check(config, context, choice);
        GcpPoolRules.Check(config, context, choice);

        var accelerator = AcceleratorFacts.Of(choice);
        var nodes = PoolNodes.Of(config, context, accelerator);
        var plan = new GcpPoolPlan(config, context, cluster, choice, GkeZones.For(config, context, choice), nodes);
        if (choice.Hosts > 1)
        {
            GkeSlicePool.Add(plan);
        }
        else
        {
            GkeNodePool.Add(plan);
        }

        IReadOnlyList<ValueMap> tolerations = [.. nodes.Tolerations, .. GkeQueue.TolerationsFor(config)];
        return new PoolHandle(config, cluster, SelectorOf(nodes, choice, accelerator), tolerations, accelerator?.ResourceName, DevicesPerNode(config, choice))
        {
            NodeCpu = CpuCount.FromCores(choice.Machine.Cpu),
            NodeMemory = new ByteSize(choice.Machine.MemoryBytes),
        };
    }

    /// <summary>GKE lets pods ask for TPUs only together with the kind and the topology.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> SelectorOf(PoolNodes nodes, MachineChoice choice, AcceleratorFacts? accelerator) =>
        choice.Slice is null ? nodes.Selector : [.. nodes.Selector, .. accelerator!.NodeLabels];

    private static int DevicesPerNode(Pool config, MachineChoice choice) =>
        choice.Machine.Accelerator is { } has ? has.Count * MigProfiles.PodsPerGpu(config.Sharing, has.Accelerator.Name) : 0;
}
