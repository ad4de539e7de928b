using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>Google Cloud Workflows: steps as jobs of the stack's batch queue, started by Cloud Scheduler.</summary>
public sealed record GoogleWorkflowsConfig : SchedulerConfig
{
    [Description("The batch queue of steps that name none. The stack's only one when left out.")]
    public Ref<Batch>? Batch { get; init; }
}
