using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>AWS Batch by itself: single jobs started by the clock. What has several steps needs Step Functions.</summary>
public sealed record BatchSchedulerConfig : SchedulerConfig
{
    [Description("The batch queue that jobs go to unless they name another. The stack's only one when left out.")]
    public Ref<Batch>? Batch { get; init; }
}
