using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>
/// The team's queue on each cluster: one ClusterQueue with all the pools the stack has there, and a LocalQueue named after the
/// team in its namespace. Expanded when all pools are known.
/// </summary>
/// <remarks>
/// A team has a right to its own pools (to <c>quota</c> machines of each), lends what it does not use and takes it back when it
/// needs it. On a shared cluster it may borrow the owner's pools. What a pool has beyond its quota belongs to the team's own
/// cohort, from which everyone may borrow.
/// </remarks>
internal static class TeamQueues
{
    /// <summary>The queue's name in jobs' label <c>kueue.x-k8s.io/queue-name</c>.</summary>
    public static string NameIn(StackExpansion expansion) => expansion.Stack.Config.Team;

    /// <summary>The ClusterQueue's name.</summary>
    public static string ClusterQueueOf(StackExpansion expansion) => expansion.Named(KubernetesNames.Label);

    public static void ExpandAll(StackExpansion expansion)
    {
        foreach (var cluster in expansion.Handles.OfType<ClusterHandle>().OrderBy(c => c.Config.Name, StringComparer.Ordinal))
        {
            var space = expansion.Foundations.Kubernetes.NamespaceOn(cluster);
            List<PoolHandle> pools = [.. expansion.Handles.OfType<PoolHandle>().Where(p => ReferenceEquals(p.Cluster.Config, cluster.Config)).OrderBy(p => p.Config.Name, StringComparer.Ordinal)];
            RequireGpuOperator(expansion, cluster, pools);
            if (SharedClusters.Has(expansion, cluster, ClusterOperator.Kueue))
            {
                Expand(expansion, cluster, space, pools);
            }
        }
    }

    private static void Expand(StackExpansion expansion, ClusterHandle cluster, NamespaceHandle space, List<PoolHandle> pools)
    {
        List<FlavorShare> shares = [.. pools.Select(pool => FlavorShare.Of(PoolFlavors.NameOf(expansion.Stack, pool.Config), pool, pool.Config.Quota ?? pool.Config.Max)), .. SharedPools.Of(expansion, cluster)];
        if (shares.Count == 0)
        {
            return;
        }

        var stack = expansion.Stack;
        var prefix = cluster.Config.Name;
        var scope = expansion.Root.AddComponent("strata:compute:Queue", prefix);
        scope.Use(cluster.Provider);
        var afterKueue = new ResourceOptions { DependsOn = cluster.Operators?.After(ClusterOperator.Kueue) ?? [] };
        List<Resource> flavors = [.. pools.Select(pool => PoolFlavors.Add(scope, stack, pool, afterKueue))];
        var checks = pools.Select(pool => (pool.Config, Check: PoolFlavors.AddCheck(scope, stack, pool, afterKueue))).Where(p => p.Check is not null).ToList();
        var queue = OperatorObject.Add(scope, stack, cluster, $"{prefix}-queue", $"{ClusterQueueing.Version}:ClusterQueue", ClusterQueueOf(expansion), null, stack.Config.Team, new()
        {
            ["cohortName"] = AddCohort(expansion, scope, cluster, pools, afterKueue),
            ["namespaceSelector"] = new ValueMap { ["matchLabels"] = new ValueMap { ["kubernetes.io/metadata.name"] = space.Name } },
            ["queueingStrategy"] = "BestEffortFIFO",
            ["preemption"] = new ValueMap { ["reclaimWithinCohort"] = "Any", ["withinClusterQueue"] = "LowerPriority" },
            ["admissionChecksStrategy"] = checks.Count == 0 ? null : (Value)new ValueMap
            {
                ["admissionChecks"] = Value.List(checks.Select(c => (Value)new ValueMap { ["name"] = c.Check!, ["onFlavors"] = Value.List(PoolFlavors.NameOf(stack, c.Config)) })),
            },
            ["resourceGroups"] = FlavorShare.Groups(shares),
        }, new ResourceOptions { DependsOn = [.. flavors, .. afterKueue.DependsOn] });
        OperatorObject.Add(
            scope, stack, cluster, $"{prefix}-local-queue", $"{ClusterQueueing.Version}:LocalQueue", NameIn(expansion), space.Name, stack.Config.Team, new() { ["clusterQueue"] = ClusterQueueOf(expansion) },
            new ResourceOptions { DependsOn = [queue, space.Resource] });
    }

    /// <summary>The cohort of the stack's queues on a cluster: all teams', or one of the team's own below it when a pool of it has machines beyond its quota.</summary>
    public static string CohortOf(StackExpansion expansion, ClusterHandle cluster) =>
        expansion.Stack.Components.OfType<Pool>().Any(pool => pool.Quota < pool.Max && expansion.Stack.CloudOf(pool) == cluster.Cloud && (pool.Cluster?.Name ?? cluster.Config.Name) == cluster.Config.Name)
            ? ClusterQueueOf(expansion)
            : ClusterQueueing.Cohort;

    private static string AddCohort(StackExpansion expansion, Scope scope, ClusterHandle cluster, List<PoolHandle> pools, ResourceOptions afterKueue)
    {
        var rest = pools.Where(pool => pool.Config.Quota < pool.Config.Max).ToList();
        if (rest.Count > 0)
        {
            OperatorObject.Add(scope, expansion.Stack, cluster, $"{cluster.Config.Name}-team-cohort", $"{ClusterQueueing.Version}:Cohort", ClusterQueueOf(expansion), null, expansion.Stack.Config.Team, new()
            {
                ["parentName"] = ClusterQueueing.Cohort,
                ["resourceGroups"] = FlavorShare.Groups(rest.Select(pool =>
                    FlavorShare.Of(PoolFlavors.NameOf(expansion.Stack, pool.Config), pool, pool.Config.Max - pool.Config.Quota!.Value))),
            }, afterKueue);
        }

        return CohortOf(expansion, cluster);
    }

    /// <summary>GPUs of a pool on another stack's cluster are of use only with the operator, which that stack alone can install. GKE needs none.</summary>
    private static void RequireGpuOperator(StackExpansion expansion, ClusterHandle cluster, List<PoolHandle> pools)
    {
        if (cluster is not { IsShared: true, Cloud: not Cloud.Gcp })
        {
            return;
        }

        if (pools.Find(pool => pool.AcceleratorResource == "nvidia.com/gpu") is { } gpu && !SharedClusters.Has(expansion, cluster, ClusterOperator.Nvidia))
        {
            expansion.Diagnostics.Add(KubernetesComputeErrors.NeedsOperator(gpu.Config.KeySpan, gpu.Config.Name, "nvidia", cluster.Config.From!.Stack));
        }
    }
}
