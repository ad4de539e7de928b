using Strata.Gcp.Container.Inputs;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What a GKE cluster tells Cloud Monitoring and Cloud Logging. Both are billed by what they take in.</summary>
internal static class GkeTelemetry
{
    /// <summary>The state of everything in the cluster, for dashboards and alerts.</summary>
    private static readonly string[] Workloads =
        ["APISERVER", "SCHEDULER", "CONTROLLER_MANAGER", "STORAGE", "HPA", "POD", "DAEMONSET", "DEPLOYMENT", "STATEFULSET", "CADVISOR", "KUBELET", "JOBSET"];

    public static ClusterMonitoringConfigArgs Metrics(Cluster config, ComponentContext context) => new()
    {
        EnableComponents =
        [
            "SYSTEM_COMPONENTS",
            .. config.Monitoring ? Workloads : [],

            // How busy each GPU is: the first thing to know of what costs the most.
            .. config.Monitoring || GkePools.On(context.Stack, config).Any(GkePools.HasGpu) ? (string[])["DCGM"] : [],
        ],

        // Collects what teams ask for with PodMonitoring, and nothing by itself.
        ManagedPrometheus = new ClusterMonitoringConfigManagedPrometheusArgs
        {
            Enabled = true,
            AutoMonitoringConfig = new ClusterMonitoringConfigManagedPrometheusAutoMonitoringConfigArgs { Scope = "NONE" },
        },
    };

    public static ClusterLoggingConfigArgs Logs(ComponentContext context) => new()
    {
        EnableComponents = ["SYSTEM_COMPONENTS", "WORKLOADS", .. context.IsProd ? (string[])["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER"] : []],
    };
}
