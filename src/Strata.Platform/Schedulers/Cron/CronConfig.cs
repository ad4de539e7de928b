using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>Plain cron on one of the stack's machines: commands at times, and nothing else.</summary>
public sealed record CronConfig : SchedulerConfig
{
    [Description("The machine whose cron runs the commands: a single one. The stack's only one when left out.")]
    public Ref<Instances>? Machine { get; init; }
}
