using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>Models on Seldon Core 2.</summary>
/// <param name="Space">The runtime's namespace.</param>
/// <param name="Header">What requests say in the header <c>Seldon-Model</c>.</param>
internal sealed record SeldonHandle(string Space, string Header) : EndpointHandle(RolloutTable.Seldon)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["namespace"] = Space;
            outputs["seldonModelHeader"] = Header;
            return outputs;
        }
    }
}
