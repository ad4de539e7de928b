using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>Every cluster has it: all that is made is the account that the pods run as.</summary>
internal static class Cronjob
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<CronjobConfig>("schedulers", "cronjob", "strata:scheduler:Cronjob", new EngineFacts(
            "Kubernetes CronJob",
            Maturity.Stable,
            "Apache-2.0",
            "Nothing besides the cluster; somebody has to look whether jobs failed.",
            new("https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/", "2026-11-26")))
        .SelfHosted<CronjobConfig>(Cloud.Aws, Expand)
        .SelfHosted<CronjobConfig>(Cloud.Gcp, Expand)
        .SelfHosted<CronjobConfig>(Cloud.Kubernetes, Expand)
        .RefuseManaged(Cloud.Aws, "A CronJob is run by the cluster that it is in.", "Use engine: batch for jobs that AWS runs at times, or set 'managed: false'.")
        .RefuseManaged(Cloud.Gcp, "A CronJob is run by the cluster that it is in.", "Use engine: workflows for jobs that Google Cloud runs at times, or set 'managed: false'.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false', or remove it.");

    private static CronjobHandle Expand(CronjobConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { Storage = StepAccess.Of(context, config, config.Access) });
        return new CronjobHandle(space.Name, identity.Account);
    }
}

/// <summary>Cron jobs in the team's namespace.</summary>
/// <param name="Account">The service account that pods run as.</param>
internal sealed record CronjobHandle(string Namespace, string Account) : SchedulerHandle("cronjob")
{
    public override ValueMap Outputs => new() { ["namespace"] = Namespace, ["serviceAccount"] = Account };
}
