using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>What the cron jobs of a stack have in common: the account they run as, with its rights, and an alert where the cluster has Prometheus.</summary>
internal static class Cronjobs
{
    public static CronjobHandle Expand(CronjobConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        List<StorageGrant> storage =
        [
            .. config.Access.OrderBy(access => access.Key.Name, StringComparer.Ordinal).Select(access =>
                new StorageGrant(context.StorageFor<ObjectStore, ObjectStoreHandle>(config, access.Key, nameof(config.Access)), access.Value, access.Key.Name)),
        ];

        // Not the scheduler's own name, which an identity may have too.
        var identity = PodIdentity.Add(context, cluster, space, $"{context.Name}-cron", new PodRights { RunsCode = true, Storage = storage });
        if (SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Monitoring))
        {
            AddAlert(context, cluster, space);
        }

        return new CronjobHandle(config, cluster, space, identity);
    }

    private static void AddAlert(ComponentContext context, ClusterHandle cluster, NamespaceHandle space) => OperatorObject.Add(
        context.Scope, context.Stack, cluster, $"{context.Name}-failed", "monitoring.coreos.com/v1:PrometheusRule", $"{context.Name}-failed", space.Name, context.Name, new()
        {
            ["groups"] = Value.List(new ValueMap
            {
                ["name"] = $"{context.Name}.jobs",
                ["rules"] = Value.List(new ValueMap
                {
                    ["alert"] = "CronJobFailed",
                    ["expr"] = $"kube_job_failed{{namespace=\"{space.Name}\",condition=\"true\"}} * on (namespace, job_name) group_left (owner_name) kube_job_owner{{owner_kind=\"CronJob\"}} > 0",
                    ["for"] = "1m",
                    ["labels"] = new ValueMap { ["severity"] = context.IsProd ? "critical" : "warning", ["team"] = context.Stack.Config.Team },
                    ["annotations"] = new ValueMap { ["summary"] = "The job {{ $labels.job_name }} of {{ $labels.owner_name }} failed." },
                }),
            }),
        }, new ResourceOptions { DependsOn = [space.Resource, .. cluster.Operators?.After(ClusterOperator.Monitoring) ?? []] });
}
