using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>Machines on EC2 and Compute Engine. The cloud runs the machine and the team what is on it, so it is the team's own.</summary>
internal static class MachineWorkspace
{
    public const string Title = "a machine";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<MachineWorkspaceConfig>("workspaces", "machine", "strata:workspace:Machine", new EngineFacts(
            "SSH machine",
            Maturity.Stable,
            "service",
            "The machine's system, its updates and what is installed on it.",
            new("https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html", "2026-11-26")))
        .SelfHosted<MachineWorkspaceConfig>(Cloud.Aws, AwsMachineWorkspace.Expand)
        .SelfHosted<MachineWorkspaceConfig>(Cloud.Gcp, GcpMachineWorkspace.Expand)
        .RefuseManaged(Cloud.Aws, "AWS runs the machine, and not what is on it.", "Use engine: sagemaker-studio for what AWS looks after, or remove 'managed'.")
        .RefuseManaged(Cloud.Gcp, "Google Cloud runs the machine, and not what is on it.", "Use engine: cloud-workstations for what Google Cloud looks after, or remove 'managed'.")
        .RefuseBoth(Cloud.Kubernetes, "A cluster gives pods, and no machines.", "Use engine: pod, which is reached by SSH as well.");

    /// <summary>The times of the last net; null where the machines may stay on.</summary>
    public static OffHours? HoursOf(MachineWorkspaceConfig config, Duration? idle) =>
        config.OffHours ?? (idle is null ? null : new OffHours { Stop = CronSchedule.TryParse("0 20 * * *", out var evening, out _) ? evening : throw new InvalidOperationException("The default evening is no cron schedule.") });
}
