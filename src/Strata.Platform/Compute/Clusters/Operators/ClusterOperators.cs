using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>The operators of a cluster that the stack owns, each installed once.</summary>
internal sealed class ClusterOperators
{
    private readonly Dictionary<ClusterOperator, IReadOnlyList<Resource>> _installed = [];

    private ClusterOperators()
    {
    }

    /// <summary>
    /// Installs what the stack's components and the teams that share the cluster need, and what all teams have in common: the
    /// cohort of queues, the priorities, the issuer of certificates. Which operators those are follows from the config.
    /// </summary>
    /// <param name="scope">The cluster's component; from here on it uses the cluster's Kubernetes provider.</param>
    /// <param name="cluster">The cluster, with <see cref="ClusterHandle.Ready"/> filled in: operators need nodes to run on.</param>
    /// <param name="hasNvidia">Whether a pool on it has NVIDIA GPUs although its config names only a machine type.</param>
    public static ClusterOperators Install(Scope scope, StackExpansion expansion, ClusterHandle cluster, bool hasNvidia = false)
    {
        scope.Use(cluster.Provider);
        var operators = new ClusterOperators();
        var needed = NeededOperators.Of(expansion.Stack, cluster.Config, hasNvidia);
        var values = new OperatorValues(expansion, cluster, needed.Contains(ClusterOperator.Monitoring));
        foreach (var one in needed)
        {
            var there = cluster.Config.Installed.Contains(one) || (one == ClusterOperator.Nvidia && cluster.Cloud == Cloud.Gcp);
            operators._installed[one] = there ? cluster.Ready : operators.InstallOne(one, scope, expansion, cluster, values);
        }

        ClusterQueueing.Add(scope, expansion.Stack, cluster, operators);
        operators._installed[ClusterOperator.CertManager] = ClusterIssuers.Add(scope, expansion.Stack, cluster, operators.After(ClusterOperator.CertManager));
        return operators;
    }

    /// <summary>True when the cluster has the operator.</summary>
    public bool Has(ClusterOperator one) => _installed.ContainsKey(one);

    /// <summary>What objects of an operator's kinds, or whatever reports to it, wait for; empty without the operator.</summary>
    public IReadOnlyList<Resource> After(ClusterOperator one) => _installed.GetValueOrDefault(one, []);

    private IReadOnlyList<Resource> InstallOne(ClusterOperator one, Scope scope, StackExpansion expansion, ClusterHandle cluster, OperatorValues values)
    {
        IReadOnlyList<Resource> after = [.. cluster.Ready, .. After(ClusterOperator.Monitoring)];
        return one switch
        {
            ClusterOperator.Monitoring => InstallMonitoring(scope, expansion, cluster, values),
            ClusterOperator.CertManager => [Chart("cert-manager", values.CertManager, after)],
            ClusterOperator.ExternalSecrets => [Chart("external-secrets", values.ExternalSecrets, after)],
            ClusterOperator.Jobset => [Chart("jobset", values.Jobset, after)],
            ClusterOperator.Kueue => [Chart("kueue", values.Kueue, [.. after, .. After(ClusterOperator.Jobset)])],
            ClusterOperator.Nvidia => [Chart("gpu-operator", values.Nvidia, after)],
            ClusterOperator.Postgres => InstallPostgres(),
            ClusterOperator.Keda => [Chart("keda", [], after)],
            ClusterOperator.Ray => [Chart("kuberay-operator", [], after)],
            ClusterOperator.Spark => [Chart("spark-operator", values.Spark, after)],
            ClusterOperator.ArgoWorkflows => [Chart("argo-workflows", [], after)],
            ClusterOperator.ArgoEvents => [Chart("argo-events", [], after)],
            ClusterOperator.KubeflowPipelines => [ScheduledWorkflows.Add(scope, expansion.Stack, cluster, after)],
            ClusterOperator.Slurm => [Chart("slurm-operator", [], [Chart("slurm-operator-crds", [], after), .. After(ClusterOperator.CertManager)])],
            ClusterOperator.Kserve => InstallKServe(),
            ClusterOperator.Seldon => [Chart("seldon-core-v2-setup", OperatorValues.Seldon, [Chart("seldon-core-v2-crds", [], after)])],
            ClusterOperator.AwsIdentity => [Chart("amazon-eks-pod-identity-webhook", values.AwsIdentity, [.. after, .. After(ClusterOperator.CertManager)])],
            ClusterOperator.GoogleIdentity => [Chart("gcp-workload-identity-federation-webhook", [], [.. after, .. After(ClusterOperator.CertManager)])],
            _ => throw new ArgumentOutOfRangeException(nameof(one), one, "There is no chart for this operator."),
        };

        // The plugin that writes backups finds the operator in its own namespace, and its certificates come from cert-manager.
        IReadOnlyList<Resource> InstallPostgres()
        {
            var postgres = Chart("cloudnative-pg", values.Postgres, after);
            return [postgres, Chart("plugin-barman-cloud", [], [postgres, .. After(ClusterOperator.CertManager)])];
        }

        // The runtimes are objects of KServe's own kinds, which its webhook has to be there for.
        IReadOnlyList<Resource> InstallKServe()
        {
            var kserve = Chart("kserve", OperatorValues.KServe, [Chart("kserve-crd", [], after), .. After(ClusterOperator.CertManager)]);
            return [kserve, Chart("kserve-runtime-configs", OperatorValues.KServeRuntimes, [kserve])];
        }

        Resource Chart(string key, ValueMap chartValues, IReadOnlyList<Resource> first)
        {
            var chart = HelmCharts.Get(key);
            return HelmInstall.Add(scope, expansion.Stack, cluster, chart, $"{cluster.Config.Name}-{key}", chart.Name, chart.Namespace, chartValues, new ResourceOptions { DependsOn = first });
        }
    }

    /// <summary>Prometheus and Grafana, whose administrator's password is made inside the cluster.</summary>
    private static IReadOnlyList<Resource> InstallMonitoring(Scope scope, StackExpansion expansion, ClusterHandle cluster, OperatorValues values)
    {
        var chart = HelmCharts.Get("kube-prometheus-stack");
        var space = SystemNamespace.Open(scope, expansion, cluster, $"{cluster.Config.Name}-monitoring", chart.Namespace);
        var password = new GeneratedSecret
        {
            Name = "grafana-admin",
            LivesIn = space,
            RunsIn = space,
            Keys = new Dictionary<string, int> { ["admin-password"] = 32 },
            Known = new() { ["admin-user"] = "admin" },
        }.Add(expansion.Stack, [], []);
        return [HelmInstall.Add(
            scope, expansion.Stack, cluster, chart, $"{cluster.Config.Name}-{chart.Key}", chart.Name, chart.Namespace, values.Monitoring("grafana-admin"),
            new ResourceOptions { DependsOn = [.. cluster.Ready, space.Resource, password] })];
    }
}
