using System.ComponentModel;
using Strata.Platform.Foundation;
using Strata.Platform.Schedulers;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Workflows;

/// <summary>Steps that follow each other: one definition for whichever scheduler the stack uses.</summary>
public sealed record WorkflowConfig : NamedConfig
{
    [Description("What runs it. The stack's only scheduler when left out.")]
    public Ref<SchedulerConfig>? Scheduler { get; init; }

    [Description("What it is for, for people.")]
    public string? Description { get; init; }

    [Description("When it runs by itself, in cron's five fields.")]
    public CronSchedule? Schedule { get; init; }

    [Description("The time zone of the schedule, by its IANA name.")]
    public TimeZoneName TimeZone { get; init; } = new("UTC");

    [Description("What else starts it.")]
    public WorkflowTrigger? On { get; init; }

    [Description("What whoever starts it may set, by name.")]
    [Pattern("^[a-z]([a-z0-9_]{0,38}[a-z0-9])?$", "at most 40 lower-case letters, digits and underscores, a letter first")]
    public IReadOnlyDictionary<string, WorkflowParameter> Parameters { get; init; } = new Dictionary<string, WorkflowParameter>();

    [Description("What happens when it is to start and still runs.")]
    public ConcurrencyPolicy Concurrency { get; init; } = ConcurrencyPolicy.Forbid;

    [Description("How long a run may take.")]
    public Duration Timeout { get; init; } = Duration.FromDays(1);

    [Description("Run for each time of the schedule that was missed.")]
    public bool CatchUp { get; init; }

    [Description("Who hears how it went.")]
    public WorkflowNotifications? Notify { get; init; }

    [Description("What its steps run as. The stack's own identity for workloads when left out.")]
    public Ref<IdentityConfig>? Identity { get; init; }

    [Description("The steps, by name.")]
    [Pattern("^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$", "at most 30 lower-case letters, digits and dashes, a letter first and no dash last")]
    public required IReadOnlyDictionary<string, StepConfig> Steps { get; init; }

    /// <summary>Null for workflows of the stack's file.</summary>
    internal ComponentStep? Component { get; init; }

    /// <summary>The service account that it names for its steps where they are pods; null when it leaves that to its scheduler.</summary>
    internal string? Account => Component?.Account ?? Identity?.Name;
}

/// <summary>What happens when a workflow is to start and still runs.</summary>
public enum ConcurrencyPolicy
{
    /// <summary>Both run.</summary>
    Allow,

    /// <summary>The new one waits or is left out, as the scheduler has it.</summary>
    Forbid,

    /// <summary>The running one is stopped.</summary>
    Replace,
}
