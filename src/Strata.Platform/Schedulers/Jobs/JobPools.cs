using System.Globalization;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>The stack's pools that an engine spreads its workers over.</summary>
internal static class JobPools
{
    /// <summary>The pools that are named or, when none is, all on the cluster that workers can start on by themselves; by name.</summary>
    /// <exception cref="ExpansionStoppedException">There are none; that is among the diagnostics.</exception>
    public static IReadOnlyList<PoolHandle> On(ComponentContext context, ClusterHandle cluster, SchedulerConfig config, IReadOnlyList<Ref<Pool>> named)
    {
        List<PoolHandle> pools = [.. context.Stack.Components.OfType<Pool>()
            .Where(pool => context.Stack.CloudOf(pool) == context.Cloud && (named.Count == 0 || named.Any(one => one.Name == pool.Name)))
            .OrderBy(pool => pool.Name, StringComparer.Ordinal)
            .Select(context.Expansion.Expand)
            .OfType<PoolHandle>()
            .Where(pool => pool.Cluster.Config.Name == cluster.Config.Name)];
        if (named.Count > 0)
        {
            foreach (var pool in pools)
            {
                if (WhyNot(pool) is { } reason)
                {
                    context.Diagnostics.Add(JobEngineErrors.CannotUsePool(config.SpanOf("Pools"), config.Name, pool.Config.Name, reason));
                }
            }

            foreach (var missing in named.Where(one => pools.TrueForAll(pool => pool.Config.Name != one.Name)))
            {
                context.Diagnostics.Add(JobEngineErrors.CannotUsePool(config.SpanOf("Pools"), config.Name, missing.Name, $"it is not on the cluster '{cluster.Config.Name}'"));
            }
        }

        pools.RemoveAll(pool => WhyNot(pool) is not null);
        if (pools.Count == 0)
        {
            context.Diagnostics.Add(JobEngineErrors.NeedsPools(config.KeySpan, config.Name, cluster.Config.Name));
            throw new ExpansionStoppedException();
        }

        return pools;
    }

    /// <summary>Where what must not be lost and needs no accelerator runs: a pool without either, those that are not taken away first; null when there is none.</summary>
    public static PoolHandle? Steady(IReadOnlyList<PoolHandle> pools) =>
        pools.Where(pool => pool.AcceleratorsPerNode == 0).OrderBy(pool => pool.Config.Spot).ThenBy(pool => pool.NodeMemory.Bytes).FirstOrDefault();

    /// <summary>What a worker that has a node to itself may ask for: the node's own daemons and the kubelet need the rest.</summary>
    public static (int Millicores, int Mebibytes) RoomOn(PoolHandle pool) => (pool.NodeCpu.Millicores * 17 / 20, (int)(pool.NodeMemory.Bytes / 1024 / 1024 * 4 / 5));

    /// <summary>The same as Kubernetes writes requests and limits, with all of the node's accelerators.</summary>
    public static ValueMap ResourcesOn(PoolHandle pool)
    {
        var (cpu, memory) = RoomOn(pool);
        var room = new ValueMap { ["cpu"] = Text($"{cpu}m"), ["memory"] = Text($"{memory}Mi") };
        if (pool is { AcceleratorResource: { } accelerator, AcceleratorsPerNode: > 0 })
        {
            room[accelerator] = Text($"{pool.AcceleratorsPerNode}");
        }

        return new ValueMap { ["requests"] = room, ["limits"] = room };
    }

    public static ValueMap SelectorOf(PoolHandle pool)
    {
        var selector = new ValueMap();
        foreach (var (key, value) in pool.NodeSelector)
        {
            selector[key] = value;
        }

        return selector;
    }

    public static Value? TolerationsOf(PoolHandle pool) => pool.Tolerations.Count == 0 ? null : Value.List(pool.Tolerations.Select(toleration => toleration.ToValue()));

    private static string? WhyNot(PoolHandle pool) => pool.Config switch
    {
        { Machine.Tpu: not null } => "its TPUs come in slices of several machines, which no worker can have by itself",
        { Queued: true } => "its machines come only for jobs that wait in the cloud's queue",
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
