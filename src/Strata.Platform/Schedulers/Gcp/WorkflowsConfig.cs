using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Google Cloud Workflows, whose steps are jobs of the stack's batch queues.</summary>
public sealed record WorkflowsConfig : SchedulerConfig
{
    [Description("The batch queue that steps run in. The stack's only one when left out.")]
    public Ref<Batch>? Queue { get; init; }

    [Description("Where steps keep what they hand on. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Artifacts { get; init; }
}
