using System.Globalization;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>What Strata sets in the charts of operators, each in its chart's own terms; the rest is the charts' default.</summary>
internal sealed class OperatorValues(StackExpansion expansion, ClusterHandle cluster, bool monitoring)
{
    private readonly bool _isProd = expansion.Stack.Config.Environment == DeploymentEnvironment.Prod;

    private int Replicas => _isProd ? 2 : 1;

    public ValueMap CertManager => new()
    {
        ["crds"] = new ValueMap { ["enabled"] = true, ["keep"] = true },
        ["replicaCount"] = Replicas,
        ["podDisruptionBudget"] = new ValueMap { ["enabled"] = _isProd },
        ["webhook"] = new ValueMap { ["replicaCount"] = Replicas, ["podDisruptionBudget"] = new ValueMap { ["enabled"] = _isProd } },
        ["cainjector"] = new ValueMap { ["replicaCount"] = Replicas },
        ["prometheus"] = new ValueMap { ["enabled"] = monitoring, ["servicemonitor"] = new ValueMap { ["enabled"] = monitoring } },
    };

    public ValueMap ExternalSecrets => new()
    {
        ["installCRDs"] = true,
        ["replicaCount"] = Replicas,
        ["leaderElect"] = _isProd,
        ["podDisruptionBudget"] = new ValueMap { ["enabled"] = _isProd, ["minAvailable"] = 1 },
        ["webhook"] = new ValueMap { ["replicaCount"] = Replicas },
        ["serviceMonitor"] = new ValueMap { ["enabled"] = monitoring },
    };

    public ValueMap Jobset => new()
    {
        ["controller"] = new ValueMap { ["replicas"] = Replicas, ["podDisruptionBudget"] = new ValueMap { ["enabled"] = _isProd } },
    };

    /// <summary>Only jobs that name a queue are queued: the chart's default, and what lets services of the same namespace start at once.</summary>
    public ValueMap Kueue => new()
    {
        ["enablePrometheus"] = monitoring,
        ["controllerManager"] = new ValueMap { ["replicas"] = Replicas, ["podDisruptionBudget"] = new ValueMap { ["enabled"] = _isProd, ["minAvailable"] = 1 } },
    };

    /// <summary>For all teams' namespaces; each team makes the accounts of its own drivers.</summary>
    public ValueMap Spark => new()
    {
        ["controller"] = new ValueMap { ["replicas"] = Replicas, ["podDisruptionBudget"] = new ValueMap { ["enable"] = _isProd } },
        ["webhook"] = new ValueMap { ["replicas"] = Replicas, ["podDisruptionBudget"] = new ValueMap { ["enable"] = _isProd } },
        ["spark"] = new ValueMap
        {
            ["jobNamespaces"] = Value.List(""),
            ["serviceAccount"] = new ValueMap { ["create"] = false },
            ["rbac"] = new ValueMap { ["create"] = false },
        },
        ["prometheus"] = new ValueMap { ["podMonitor"] = new ValueMap { ["create"] = monitoring } },
    };

    public ValueMap Postgres => new()
    {
        ["replicaCount"] = Replicas,
        ["monitoring"] = new ValueMap { ["podMonitorEnabled"] = monitoring },
    };

    /// <summary>On EKS the node image brings driver and container toolkit; on own machines the operator does.</summary>
    public ValueMap Nvidia => new()
    {
        ["driver"] = new ValueMap { ["enabled"] = cluster.Cloud == Cloud.Kubernetes },
        ["toolkit"] = new ValueMap { ["enabled"] = cluster.Cloud == Cloud.Kubernetes },
        ["mig"] = new ValueMap { ["strategy"] = "single" },

        // Pools may have taints of their own, of teams this stack does not know of, and a GPU node without its daemons is lost.
        ["daemonsets"] = new ValueMap { ["tolerations"] = Value.List(new ValueMap { ["operator"] = "Exists" }) },
        ["node-feature-discovery"] = new ValueMap
        {
            ["worker"] = new ValueMap { ["tolerations"] = Value.List(new ValueMap { ["operator"] = "Exists" }) },
        },
        ["devicePlugin"] = new ValueMap { ["config"] = GpuSharingConfigs.Of(expansion.Stack, cluster.Config) },
        ["dcgmExporter"] = new ValueMap { ["serviceMonitor"] = new ValueMap { ["enabled"] = monitoring } },
    };

    /// <summary>Plain deployments instead of Knative's; endpoints make the routes they need themselves.</summary>
    /// <remarks>kserve/kserve: tag v0.20.0, charts/kserve-resources/values.yaml.</remarks>
    public static ValueMap KServe => new()
    {
        ["kserve"] = new ValueMap
        {
            ["controller"] = new ValueMap
            {
                ["deploymentMode"] = "Standard",
                ["gateway"] = new ValueMap { ["disableIstioVirtualHost"] = true, ["disableIngressCreation"] = true },
            },
        },
    };

    /// <summary>Without them KServe knows no model format.</summary>
    public static ValueMap KServeRuntimes => new() { ["kserve"] = new ValueMap { ["servingruntime"] = new ValueMap { ["enabled"] = true } } };

    /// <summary>One operator for the runtimes of all teams' namespaces; nothing is reported to Seldon, and nothing traced to a collector that is not there.</summary>
    /// <remarks>SeldonIO/seldon-core: k8s/helm-charts/seldon-core-v2-setup/values.yaml of v2.10.</remarks>
    public static ValueMap Seldon => new()
    {
        ["controller"] = new ValueMap { ["clusterwide"] = true },
        ["envoy"] = new ValueMap { ["service"] = new ValueMap { ["type"] = "ClusterIP" } },
        ["scheduler"] = new ValueMap { ["service"] = new ValueMap { ["type"] = "ClusterIP" } },
        ["services"] = new ValueMap { ["defaultServiceType"] = "ClusterIP" },
        ["opentelemetry"] = new ValueMap { ["disable"] = true },
    };

    /// <summary>The region that clients in the pods ask; two of the webhook in prod, without which no pod starts.</summary>
    /// <remarks>jkroepke/helm-charts: charts/amazon-eks-pod-identity-webhook/values.yaml of 2.6.5.</remarks>
    public ValueMap AwsIdentity => new()
    {
        ["replicaCount"] = _isProd ? 2 : 1,
        ["config"] = new ValueMap { ["defaultAwsRegion"] = expansion.Foundations.Aws.Region },
    };

    public ValueMap Monitoring(string grafanaSecret) => new()
    {
        ["prometheus"] = new ValueMap
        {
            ["prometheusSpec"] = new ValueMap
            {
                // Without these Prometheus sees only what its own chart brought.
                ["serviceMonitorSelectorNilUsesHelmValues"] = false,
                ["podMonitorSelectorNilUsesHelmValues"] = false,
                ["ruleSelectorNilUsesHelmValues"] = false,
                ["probeSelectorNilUsesHelmValues"] = false,
                ["retention"] = _isProd ? "30d" : "7d",
                ["retentionSize"] = string.Create(CultureInfo.InvariantCulture, $"{MetricsGibibytes * 9 / 10}GiB"),
                ["storageSpec"] = new ValueMap { ["volumeClaimTemplate"] = Disk(MetricsGibibytes) },
            },
        },
        ["alertmanager"] = new ValueMap
        {
            ["alertmanagerSpec"] = new ValueMap { ["storage"] = new ValueMap { ["volumeClaimTemplate"] = Disk(5) } },
        },
        ["grafana"] = new ValueMap
        {
            ["admin"] = new ValueMap { ["existingSecret"] = grafanaSecret, ["userKey"] = "admin-user", ["passwordKey"] = "admin-password" },
        },

        // The clouds run these themselves, and nobody can ask them for metrics.
        ["kubeControllerManager"] = Enabled(cluster.Cloud == Cloud.Kubernetes),
        ["kubeScheduler"] = Enabled(cluster.Cloud == Cloud.Kubernetes),
        ["kubeEtcd"] = Enabled(cluster.Cloud == Cloud.Kubernetes),
        ["kubeProxy"] = Enabled(cluster.Cloud == Cloud.Kubernetes),
        ["coreDns"] = Enabled(cluster.Cloud != Cloud.Gcp),
    };

    private int MetricsGibibytes => _isProd ? 100 : 20;

    private static ValueMap Enabled(bool enabled) => new() { ["enabled"] = enabled };

    private static ValueMap Disk(int gibibytes) => new()
    {
        ["spec"] = new ValueMap
        {
            ["accessModes"] = Value.List("ReadWriteOnce"),
            ["resources"] = new ValueMap { ["requests"] = new ValueMap { ["storage"] = string.Create(CultureInfo.InvariantCulture, $"{gibibytes}Gi") } },
        },
    };
}
