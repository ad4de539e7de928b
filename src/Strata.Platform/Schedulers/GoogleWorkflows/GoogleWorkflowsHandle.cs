using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Compute;

namespace Strata.Platform.Schedulers;

/// <summary>Google Cloud Workflows for workflows to become workflows of.</summary>
/// <param name="Queue">The batch queue of steps that name none.</param>
/// <param name="WorkflowPrefix">What the names of workflows begin with, before a hyphen: the alert knows them by it. At most 36 characters.</param>
/// <param name="Runner">What workflows act as.</param>
/// <param name="Starter">What Cloud Scheduler and Eventarc act as to start them.</param>
internal sealed record GoogleWorkflowsHandle(GcpBatchHandle Queue, string WorkflowPrefix, Account Runner, Account Starter) : SchedulerHandle("workflows")
{
    /// <summary>What workflows wait for: APIs and rights.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    public override ValueMap Outputs => new()
    {
        ["workflowPrefix"] = WorkflowPrefix,
        ["location"] = Queue.Location,
        ["serviceAccount"] = Runner.Email,
        ["starterServiceAccount"] = Starter.Email,
        ["queueWorkflow"] = Queue.Workflow,
    };
}
