using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>The head of a Ray cluster: it knows of everything and computes nothing, so that no task can take it down.</summary>
internal static class RayHead
{
    public const int ClientPort = 10001;
    public const int DashboardPort = 8265;
    private const int ServePort = 8000;
    private const int StorePort = 6379;

    /// <param name="pools">Those of the workers: the head is put on one without accelerators, or anywhere.</param>
    public static Value Spec(RayConfig config, ComponentContext context, PodIdentity identity, IReadOnlyList<PoolHandle> pools)
    {
        var pool = JobPools.Steady(pools);
        var resources = new ValueMap { ["cpu"] = context.IsProd ? "4" : "2", ["memory"] = config.HeadMemory.ToString() };
        return new ValueMap
        {
            ["rayStartParams"] = new ValueMap { ["dashboard-host"] = "0.0.0.0", ["num-cpus"] = "0" },
            ["serviceType"] = "ClusterIP",
            ["template"] = new ValueMap
            {
                ["metadata"] = new ValueMap { ["annotations"] = new ValueMap { ["cluster-autoscaler.kubernetes.io/safe-to-evict"] = "false", ["karpenter.sh/do-not-disrupt"] = "true" } },
                ["spec"] = new ValueMap
                {
                    ["serviceAccountName"] = identity.Account,
                    ["nodeSelector"] = pool is null ? null : (Value)JobPools.SelectorOf(pool),
                    ["tolerations"] = pool is null ? null : JobPools.TolerationsOf(pool),
                    ["containers"] = Value.List(new ValueMap
                    {
                        ["name"] = "ray-head",
                        ["image"] = RayImages.For(config, accelerated: false),
                        ["env"] = RayCluster.Environment(identity),
                        ["ports"] = Value.List(Port("gcs-server", StorePort), Port("dashboard", DashboardPort), Port("client", ClientPort), Port("serve", ServePort), Port("metrics", RayCluster.MetricsPort)),
                        ["resources"] = new ValueMap { ["requests"] = resources, ["limits"] = resources },
                    }),
                },
            },
        };
    }

    /// <summary>The pods it is, for what watches over it.</summary>
    public static InputMap<string> Labels(string cluster) => new() { ["ray.io/cluster"] = cluster, ["ray.io/node-type"] = "head" };

    public static int[] OperatorPorts => [DashboardPort, ServePort];

    private static Value Port(string name, int port) => new ValueMap { ["name"] = name, ["containerPort"] = port };
}
