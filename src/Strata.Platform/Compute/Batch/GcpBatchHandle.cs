using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>A queue for jobs on Google Cloud Batch.</summary>
/// <param name="Workflow">The id of the workflow that submits jobs: <c>projects/…/locations/…/workflows/…</c>.</param>
/// <param name="Location">The region of jobs and workflow.</param>
/// <param name="Submitter">The address of the account the workflow acts as.</param>
/// <param name="Account">The address of the account that jobs run as.</param>
internal sealed record GcpBatchHandle(Input<string> Workflow, Input<string> Location, Input<string> Submitter, Input<string> Account) : Handle
{
    public override ValueMap Outputs => new()
    {
        ["workflow"] = Workflow,
        ["location"] = Location,
        ["submitter"] = Submitter,
        ["serviceAccount"] = Account,
    };
}
