using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>AWS Step Functions, whose steps are jobs of the stack's batch queues.</summary>
public sealed record StepFunctionsConfig : SchedulerConfig
{
    [Description("The batch queues that steps run in. All of the stack's on AWS when empty.")]
    public IReadOnlyList<Ref<Batch>> Queues { get; init; } = [];

    [Description("Where steps keep what they hand on. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Artifacts { get; init; }
}
