using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class CronjobKind
{
    private const string OnCluster = "Cron jobs are a part of every cluster: there is no server to buy or to run.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<CronjobConfig>("schedulers", "cronjob", "strata:scheduler:CronJob", new EngineFacts(
            "Kubernetes CronJob", Maturity.Stable, "Apache-2.0", "You look after the cluster, its nodes and its upgrades; the cron jobs need nothing more.",
            FactSource.NotReread("https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/")))
        .RefuseManaged(Cloud.Aws, OnCluster, "Remove 'managed: true', or use 'engine: batch', which AWS runs.")
        .SelfHosted<CronjobConfig>(Cloud.Aws, Cronjobs.Expand)
        .RefuseManaged(Cloud.Gcp, OnCluster, "Remove 'managed: true', or use 'engine: workflows', which Google Cloud runs.")
        .SelfHosted<CronjobConfig>(Cloud.Gcp, Cronjobs.Expand)
        .RefuseManaged(Cloud.Kubernetes, OnCluster, "Remove 'managed: true'.")
        .SelfHosted<CronjobConfig>(Cloud.Kubernetes, Cronjobs.Expand);
}
