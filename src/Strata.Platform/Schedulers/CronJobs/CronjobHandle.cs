using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>A namespace for workflows to become cron jobs in.</summary>
/// <param name="Identity">What their pods run as.</param>
internal sealed record CronjobHandle(CronjobConfig Config, ClusterHandle Cluster, NamespaceHandle Namespace, PodIdentity Identity) : SchedulerHandle("cronjob")
{
    /// <summary>The fields of a CronJob's <c>spec</c> that say how many finished jobs stay and what happens to overlapping ones.</summary>
    public ValueMap Spec => new()
    {
        ["successfulJobsHistoryLimit"] = Config.KeepSucceeded,
        ["failedJobsHistoryLimit"] = Config.KeepFailed,
        ["concurrencyPolicy"] = Config.Overlap.ToString(),
    };

    public override ValueMap Outputs => new() { ["namespace"] = Namespace.Name, ["serviceAccount"] = Identity.Account, ["spec"] = Spec };
}
