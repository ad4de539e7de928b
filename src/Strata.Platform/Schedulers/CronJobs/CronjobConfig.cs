using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Kubernetes' own CronJobs in the team's namespace: pods by the clock, without a server of their own.</summary>
public sealed record CronjobConfig : SchedulerConfig, Components.IClusterGuest
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The object stores that jobs may use, and how: { lake: read, models: write }.")]
    public IReadOnlyDictionary<Ref<ObjectStore>, AccessLevel> Access { get; init; } = new Dictionary<Ref<ObjectStore>, AccessLevel>();

    [Description("How many jobs that succeeded are kept for people to look at.")]
    [Bounds(0, 100)]
    public int KeepSucceeded { get; init; } = 3;

    [Description("How many jobs that failed are kept for people to look at.")]
    [Bounds(0, 100)]
    public int KeepFailed { get; init; } = 5;

    [Description("What happens when it is time again and the last job still runs.")]
    public CronOverlap Overlap { get; init; } = CronOverlap.Forbid;
}

/// <summary>What happens when it is time again and the last job still runs.</summary>
public enum CronOverlap
{
    /// <summary>This time is left out.</summary>
    Forbid,

    /// <summary>The last job is stopped.</summary>
    Replace,

    /// <summary>Both run.</summary>
    Allow,
}
