using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>Inference services on a cluster.</summary>
/// <param name="Space">The namespace.</param>
/// <param name="Services">The names of the inference services.</param>
/// <param name="Model">What the model is called in requests, <c>/v2/models/…</c>; null where an image of the team's own says so.</param>
internal sealed record KServeHandle(string Space, IReadOnlyList<string> Services, string? Model) : EndpointHandle(RolloutTable.KServe)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["namespace"] = Space;
            outputs["inferenceServices"] = Value.List(Services.Select(name => (Value)name));
            outputs["model"] = Model is null ? null : (Value)Model;
            return outputs;
        }
    }
}
