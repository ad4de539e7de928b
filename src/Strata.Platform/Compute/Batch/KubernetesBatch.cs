using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>A batch queue as a queue of Kueue over the smallest pool whose machines fit, with a job template.</summary>
/// <remarks>
/// The queue has a right to nothing and borrows, up to <c>max</c> machines, what teams leave idle; they get it back by stopping
/// its jobs, which then wait and start again. That is what spare capacity is where machines are owned.
/// </remarks>
internal static class KubernetesBatch
{
    /// <summary>The account of a queue's jobs; not the queue's name, which an identity may have too.</summary>
    public static string AccountOf(string batch) => $"{batch}-jobs";

    public static KubernetesBatchHandle Expand(Batch config, ComponentContext context)
    {
        WarnOfWhatMeansNothing(config, context);
        var cluster = context.ClusterFor(config, config.Cluster);
        if (!SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Kueue))
        {
            context.Diagnostics.Add(cluster.IsShared
                ? KubernetesComputeErrors.NeedsOperator(config.KeySpan, config.Name, "kueue", cluster.Config.From!.Stack)
                : KubernetesComputeErrors.CannotBeHad(config.KeySpan, "a queue", config.Name, "The cluster has no queueing.", "Remove 'queueing: false' from the cluster."));
            throw new ExpansionStoppedException();
        }

        var pool = PoolFor(config, context, cluster);
        var account = context.Expansion.Foundations.Kubernetes.ServiceAccountFor(AccountOf(context.Name), cluster);
        var access = KubernetesAccess.Grant(context, cluster, AccountOf(context.Name), config, config.Access);
        context.Scope.Use(cluster.Provider);
        AddQueue(config, context, pool, account.Namespace);
        var template = $"{context.Name}-job";
        context.Scope.Add(new ConfigMap($"{context.Name}-template", new ResourceOptions { DependsOn = [account.Resource, .. access.Ready] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, template, account.Namespace.Name),
            Data = new() { ["job.json"] = Output.Json(BatchJob.Template(config, context, pool, account, access)) },
        });
        return new KubernetesBatchHandle(context.Name, account, access, pool, template);
    }

    private static void AddQueue(Batch config, ComponentContext context, PoolHandle pool, NamespaceHandle space)
    {
        var (stack, scope, cluster) = (context.Stack, context.Scope, pool.Cluster);
        var share = new FlavorShare(
            PoolFlavors.NameOf(stack, pool.Config), config.Machine.Cpu!, config.Machine.Memory!, pool.AcceleratorResource, config.Machine.Gpu?.Count ?? 0, Nodes: 0, Borrowed: config.Max);
        var after = new ResourceOptions { DependsOn = cluster.Operators?.After(ClusterOperator.Kueue) ?? [] };
        var name = context.Named(KubernetesNames.Label);
        var queue = OperatorObject.Add(scope, stack, cluster, $"{context.Name}-queue", $"{ClusterQueueing.Version}:ClusterQueue", name, null, context.Name, new()
        {
            ["cohortName"] = TeamQueues.CohortOf(context.Expansion, cluster),
            ["namespaceSelector"] = new ValueMap { ["matchLabels"] = new ValueMap { ["kubernetes.io/metadata.name"] = space.Name } },
            ["queueingStrategy"] = "BestEffortFIFO",
            ["resourceGroups"] = FlavorShare.Groups([share]),
        }, after);
        OperatorObject.Add(
            scope, stack, cluster, $"{context.Name}-local-queue", $"{ClusterQueueing.Version}:LocalQueue", context.Name, space.Name, context.Name, new() { ["clusterQueue"] = name },
            new ResourceOptions { DependsOn = [queue, space.Resource] });
    }

    /// <summary>The pool with the smallest machines that have what is asked; one without accelerators for work that needs none.</summary>
    private static PoolHandle PoolFor(Batch config, ComponentContext context, ClusterHandle cluster)
    {
        var asked = OwnMachine.Of(config.Machine, config.Name, context);
        List<PoolHandle> pools = [.. context.Stack.Components.OfType<Pool>()
            .Where(pool => context.Stack.CloudOf(pool) == Cloud.Kubernetes)
            .Select(context.Expansion.Expand)
            .OfType<PoolHandle>()
            .Where(pool => pool.Cluster.Config.Name == cluster.Config.Name)];
        if (pools.Where(Fits).MinBy(pool => (pool.AcceleratorsPerNode, pool.NodeCpu.Millicores, pool.NodeMemory.Bytes, pool.Config.Name)) is { } smallest)
        {
            return smallest;
        }

        context.Diagnostics.Add(KubernetesComputeErrors.NoPoolFits(
            config.SpanOf(nameof(config.Machine)), config.Name, Words(asked.Cpu, asked.Memory, config.Machine.Gpu),
            [.. pools.Select(pool => $"'{pool.Config.Name}' has {Words(pool.NodeCpu, pool.NodeMemory, pool.Config.Machine.Gpu)}")]));
        throw new ExpansionStoppedException();

        bool Fits(PoolHandle pool) =>
            pool.NodeCpu.CompareTo(asked.Cpu) >= 0 && pool.NodeMemory.CompareTo(asked.Memory) >= 0
            && pool.AcceleratorsPerNode >= asked.Accelerators && (config.Machine.Gpu is not { } gpu || pool.Config.Machine.Gpu?.Type == gpu.Type);
    }

    private static string Words(Units.CpuCount cpu, Units.ByteSize memory, Gpu? gpu) => $"{cpu} cores, {memory}{(gpu is null ? "" : $" and {gpu.Count} {gpu.Type}")}";

    private static void WarnOfWhatMeansNothing(Batch config, ComponentContext context)
    {
        Warn(nameof(config.Spot), "its jobs always run on what others leave idle");
        Warn(nameof(config.Disk), "the machines have the disks they have");
        Warn(nameof(config.Shares), "teams share by their queues' quotas");

        void Warn(string property, string reason)
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(KubernetesComputeErrors.MeansNothing(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, reason));
            }
        }
    }
}
