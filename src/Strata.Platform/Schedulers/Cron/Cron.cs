using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Schedulers;

/// <summary>Nothing is made: Linux has cron, or a package with it, and the rendered crontab is put there.</summary>
internal static class Cron
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<CronConfig>("schedulers", "cron", "strata:scheduler:Cron", new EngineFacts(
            "cron",
            Maturity.Stable,
            "ISC",
            "The machine, its clock and its disk; nobody hears of a command that did not run.",
            new("https://packages.debian.org/stable/cron", "2026-11-26")))
        .SelfHosted<CronConfig>(Cloud.Aws, Expand)
        .SelfHosted<CronConfig>(Cloud.Gcp, Expand)
        .RefuseManaged(Cloud.Aws, "AWS sells no cron on a machine.", "Use engine: batch or step-functions, which EventBridge Scheduler starts at times.")
        .RefuseManaged(Cloud.Gcp, "Google Cloud sells no cron on a machine.", "Use engine: workflows, which Cloud Scheduler starts at times.")
        .RefuseBoth(Cloud.Kubernetes, "A cluster has no single machine whose cron could run commands.", "Use engine: cronjob, which is the same for pods.");

    private static CronHandle Expand(CronConfig config, ComponentContext context)
    {
        var machine = context.Choose<Instances, Handle>(config, config.Machine, nameof(config.Machine));
        var said = context.Stack.Components.OfType<Instances>().First(one => config.Machine is null || one.Name == config.Machine.Name);
        if (said.Max > 1)
        {
            context.Diagnostics.Add(CronErrors.ManyMachines(config.SpanOf(nameof(config.Machine)), config.Name, said.Name, said.Max));
        }

        return new CronHandle(machine);
    }
}
