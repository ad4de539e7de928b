using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>
/// A pool of machines that exist: declared, not created. Its nodes carry the label <c>strata/pool</c> with the stack's and the
/// pool's name; Strata puts it on the nodes that the config names, or else whoever runs the cluster does.
/// </summary>
internal static class KubernetesPool
{
    public static PoolHandle Expand(Pool config, ComponentContext context)
    {
        WarnOfWhatMeansNothing(config, context);
        var cluster = context.ClusterFor(config, config.Cluster);
        var machine = OwnMachine.Of(config.Machine, config.Name, context);
        var labels = new OrderedDictionary<string, string>(config.Labels) { ["strata/pool"] = KubernetesNames.Label.Make(context.Stack.Name, context.Name) };
        var taints = machine.Accelerator is { } facts
            ? [new Taint { Key = facts.TaintKey, Value = facts.TaintValue }, .. config.Taints]
            : config.Taints;
        foreach (var (key, value) in GpuSharingConfigs.NodeLabels(config.Sharing))
        {
            labels[key] = value;
        }

        Mark(config, context, cluster, labels, taints);
        return new PoolHandle(
            config,
            cluster,
            [new("strata/pool", labels["strata/pool"])],
            [.. taints.Select(t => new ValueMap { ["key"] = t.Key, ["operator"] = "Equal", ["value"] = t.Value, ["effect"] = t.Effect.ToString() })],
            machine.Accelerator?.ResourceName,
            machine.Accelerators * Parts(config, context)) { NodeCpu = machine.Cpu, NodeMemory = machine.Memory };
    }

    private static void Mark(Pool config, ComponentContext context, ClusterHandle cluster, OrderedDictionary<string, string> labels, IReadOnlyList<Taint> taints)
    {
        if (config.Nodes.Count == 0)
        {
            return;
        }

        // A rendered Node would be a whole node to the tool that applies it, which could delete what it thinks it owns.
        if (cluster.RenderedFor is not null)
        {
            context.Diagnostics.Add(KubernetesComputeErrors.CannotBeHad(
                config.SpanOf(nameof(config.Nodes)), "'nodes'", config.Name, "Its manifests are only rendered, and a node can be labelled only by who talks to the cluster.",
                $"Remove 'nodes' and run: kubectl label node {string.Join(' ', config.Nodes)} {string.Join(' ', labels.Select(l => $"{l.Key}={l.Value}"))}"));
            return;
        }

        context.Scope.Use(cluster.Provider);
        foreach (var node in config.Nodes)
        {
            context.Scope.Add(new NodePatch($"{context.Name}-{node}", new ResourceOptions { DependsOn = cluster.Ready })
            {
                Metadata = new()
                {
                    Name = node,
                    Labels = Tags.ToInput(labels),
                    Annotations = new() { ["pulumi.com/patchForce"] = "true" },
                },
                Spec = taints.Count == 0 ? null : new NodeSpecArgs { Taints = [.. taints.Select(t => new TaintArgs { Key = t.Key, Value = t.Value, Effect = t.Effect.ToString() })] },
            });
        }
    }

    /// <summary>How many pods share each GPU.</summary>
    private static int Parts(Pool config, ComponentContext context)
    {
        switch (config.Sharing)
        {
            case null:
                return 1;
            case { Strategy: GpuSharingStrategy.TimeSlicing, Replicas: var replicas }:
                return replicas;
            case { Partition: var partition }:
                var gpu = config.Machine.Gpu?.Type ?? "";
                if (partition is not null && MigProfiles.PartsOf(gpu, partition) is { } parts)
                {
                    return parts;
                }

                var profiles = MigProfiles.Of(gpu);
                context.Diagnostics.Add(KubernetesComputeErrors.NoSuchPartition(config.SpanOf(nameof(config.Sharing)), config.Name, gpu, partition ?? "", profiles));
                throw new ExpansionStoppedException();
        }
    }

    private static void WarnOfWhatMeansNothing(Pool config, ComponentContext context)
    {
        Warn(nameof(config.Min), "the machines are there, work or no work");
        Warn(nameof(config.Spot), "nobody sells the machines' spare time");
        Warn(nameof(config.Disk), "the machines have the disks they have");
        Warn(nameof(config.Zones), "the machines stand where they stand");
        Warn(nameof(config.Compact), "the machines stand where they stand");
        Warn(nameof(config.Reservation), "there is nothing to reserve from");
        Warn(nameof(config.Queued), "Kueue makes jobs wait for all of their nodes in any case");

        void Warn(string property, string reason)
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(KubernetesComputeErrors.MeansNothing(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, reason));
            }
        }
    }
}
