using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint of Vertex AI.</summary>
/// <param name="Endpoint">Its id: <c>projects/…/locations/…/endpoints/…</c>.</param>
/// <param name="Account">The address of the account that the models run as.</param>
/// <param name="Deploy">What the deploy step uploads and deploys: a list of models with image, files, share of the traffic and machine.</param>
internal sealed record VertexHandle(Input<string> Endpoint, Input<string> Account, ValueMap Deploy) : EndpointHandle(RolloutTable.Vertex)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["endpointId"] = Endpoint;
            outputs["serviceAccount"] = Account;
            outputs["deploy"] = Deploy;
            return outputs;
        }
    }
}
