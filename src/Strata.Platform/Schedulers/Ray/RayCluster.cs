using Strata.Graph;
using Strata.Kubernetes.Policy.V1;
using Strata.Kubernetes.Policy.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>A Ray cluster by KubeRay in the team's namespace: workers come and go with the work, and nobody uses it without its token.</summary>
internal static class RayCluster
{
    public const int MetricsPort = 8080;

    /// <summary>What Kueue takes: eight kinds of pods, of which the head is one (kubernetes-sigs/kueue: pkg/controller/jobs/raycluster/raycluster_webhook.go).</summary>
    private const int MostQueuedGroups = 7;

    public static RayHandle Expand(RayConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        var pools = JobPools.On(context, cluster, config, config.Pools);
        Check(config, context, cluster, pools);
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Storage, nameof(config.Storage));
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access, new StorageGrant(store, AccessLevel.Write, "results")) });
        context.Scope.Use(cluster.Provider);
        OperatorEntry.Add(context, space, "kuberay-operator", RayHead.Labels(context.Name), RayHead.OperatorPorts);
        AddCluster(config, context, cluster, space, identity, pools);
        if (context.IsProd)
        {
            AddBudget(context, space);
        }

        return new RayHandle(context.Name, space, identity, store.Url);
    }

    /// <summary>What the pods need to reach storage; null where identity is enough.</summary>
    public static Value? Environment(PodIdentity identity) => identity.Environment.Count == 0 ? null : Value.List(identity.Environment.Select(variable => variable.ToValue()));

    private static void Check(RayConfig config, ComponentContext context, ClusterHandle cluster, IReadOnlyList<PoolHandle> pools)
    {
        foreach (var pool in pools.Where(pool => config.Min > pool.Config.Max))
        {
            context.Diagnostics.Add(JobEngineErrors.MinAboveMax(config.SpanOf(nameof(config.Min)), config.Name, pool.Config.Name, config.Min, pool.Config.Max));
        }

        if (!config.Queued)
        {
            return;
        }

        if (!SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Kueue))
        {
            context.Diagnostics.Add(JobEngineErrors.NeedsQueueing(config.SpanOf(nameof(config.Queued)), config.Name, cluster.Config.Name));
        }

        if (pools.Count > MostQueuedGroups)
        {
            context.Diagnostics.Add(JobEngineErrors.TooManyGroups(config.SpanOf(nameof(config.Queued)), config.Name, pools.Count, MostQueuedGroups));
        }
    }

    private static void AddCluster(RayConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, PodIdentity identity, IReadOnlyList<PoolHandle> pools)
    {
        InputMap<string>? queue = config.Queued ? new() { ["kueue.x-k8s.io/queue-name"] = TeamQueues.NameIn(context.Expansion) } : null;
        OperatorObject.Add(context.Scope, context.Stack, cluster, context.Name, "ray.io/v1:RayCluster", context.Name, space.Name, context.Name, new()
        {
            ["rayVersion"] = config.RayVersion,
            ["authOptions"] = new ValueMap { ["mode"] = "token" },
            ["enableInTreeAutoscaling"] = !config.Queued,
            ["autoscalerOptions"] = config.Queued ? null : (Value)new ValueMap { ["version"] = "v2", ["upscalingMode"] = "Default", ["idleTimeoutSeconds"] = (int)config.IdleTimeout.Seconds },
            ["headGroupSpec"] = RayHead.Spec(config, context, identity, pools),
            ["workerGroupSpecs"] = Value.List(pools.Select(pool => Workers(config, pool, identity))),
        }, new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready, .. cluster.Operators?.After(ClusterOperator.Ray) ?? []] }, labels: queue);
    }

    private static Value Workers(RayConfig config, PoolHandle pool, PodIdentity identity) => new ValueMap
    {
        ["groupName"] = pool.Config.Name,
        ["replicas"] = config.Queued ? pool.Config.Max : config.Min,
        ["minReplicas"] = config.Queued ? pool.Config.Max : config.Min,
        ["maxReplicas"] = pool.Config.Max,
        ["rayStartParams"] = new ValueMap(),
        ["template"] = new ValueMap
        {
            ["spec"] = new ValueMap
            {
                ["serviceAccountName"] = identity.Account,
                ["nodeSelector"] = JobPools.SelectorOf(pool),
                ["tolerations"] = JobPools.TolerationsOf(pool),
                ["containers"] = Value.List(new ValueMap
                {
                    ["name"] = "ray-worker",
                    ["image"] = RayImages.For(config, pool.AcceleratorsPerNode > 0),
                    ["env"] = Environment(identity),
                    ["ports"] = Value.List(new ValueMap { ["name"] = "metrics", ["containerPort"] = MetricsPort }),
                    ["resources"] = JobPools.ResourcesOn(pool),
                }),
            },
        },
    };

    /// <summary>The head has no twin: with it all running work is lost, so whoever empties its node has to wait.</summary>
    private static void AddBudget(ComponentContext context, NamespaceHandle space) =>
        context.Scope.Add(new PodDisruptionBudget($"{context.Name}-head", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{context.Name}-head", space.Name),
            Spec = new PodDisruptionBudgetSpecArgs { MinAvailable = 1, Selector = new() { MatchLabels = RayHead.Labels(context.Name) } },
        });
}
