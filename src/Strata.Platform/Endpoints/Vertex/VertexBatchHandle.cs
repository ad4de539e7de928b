using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>Batch predictions of Vertex AI.</summary>
/// <param name="Workflow">The id of the workflow that starts one.</param>
/// <param name="Account">The address of the account that the model runs as.</param>
/// <param name="Job">What it starts, as Vertex AI's API takes it (v1, BatchPredictionJob).</param>
internal sealed record VertexBatchHandle(Input<string> Workflow, Input<string> Account, ValueMap Job) : EndpointHandle(RolloutTable.Vertex)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["workflow"] = Workflow;
            outputs["serviceAccount"] = Account;
            return outputs;
        }
    }
}
