using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
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
        PoolRules.CheckSharing(config, context, config.Machine.Gpu is { } gpu ? Accelerators.Find(gpu.Type) : null);
        var nodes = PoolNodes.Of(config, context, machine.Accelerator);
        nodes = nodes with { Labels = [.. nodes.Labels, .. GpuSharingConfigs.NodeLabels(config.Sharing)] };
        Mark(config, context, cluster, nodes);
        return new PoolHandle(
            config, cluster, nodes.Selector, nodes.Tolerations, machine.Accelerator?.ResourceName, machine.Accelerators * MigProfiles.PodsPerGpu(config.Sharing, config.Machine.Gpu?.Type ?? ""))
        {
            NodeCpu = machine.Cpu,
            NodeMemory = machine.Memory,
        };
    }

    private static void Mark(Pool config, ComponentContext context, ClusterHandle cluster, PoolNodes pool)
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
                $"Remove 'nodes' and run 'kubectl label node {string.Join(' ', config.Nodes)} {string.Join(' ', pool.Labels.Select(l => $"{l.Key}={l.Value}"))}'."));
            return;
        }

        context.Scope.Use(cluster.Provider);
        foreach (var node in config.Nodes)
        {
            context.Scope.Add(new NodePatch($"{context.Name}-{node}", new ResourceOptions { DependsOn = cluster.Ready })
            {
                Metadata = new() { Name = node, Labels = Tags.ToInput(pool.Labels), Annotations = new() { ["pulumi.com/patchForce"] = "true" } },
                Spec = pool.Taints.Count == 0 ? null : new NodeSpecArgs { Taints = [.. pool.Taints.Select(t => new TaintArgs { Key = t.Key, Value = t.Value, Effect = t.Effect.ToString() })] },
            });
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
