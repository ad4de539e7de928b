using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class BatchSchedulerKind
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<BatchSchedulerConfig>("schedulers", "batch", "strata:scheduler:Batch", new EngineFacts(
            "AWS Batch", Maturity.Stable, "service", null, FactSource.NotReread("https://docs.aws.amazon.com/batch/latest/userguide/what-is-batch.html")))
        .Managed<BatchSchedulerConfig>(Cloud.Aws, BatchScheduler.Expand)
        .RefuseSelfHosted(Cloud.Aws, "AWS Batch is a service: nobody but AWS can run it.", "Remove 'managed: false', or use 'engine: cronjob' on a cluster.")
        .RefuseBoth(Cloud.Gcp, "Google Cloud Batch has no schedules and nothing that could start its jobs by the clock.", "Use 'engine: workflows', which starts jobs of Google Cloud Batch by the clock.")
        .RefuseBoth(Cloud.Kubernetes, "A cluster has no batch service beside its own jobs.", "Use 'engine: cronjob' for single steps by the clock, or 'engine: argo' for steps that wait for each other.");
}
