using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>Somewhere a model answers, for others to use.</summary>
/// <param name="Engine">The engine's name in files.</param>
internal abstract record EndpointHandle(string Engine) : Handle
{
    /// <summary>Where requests go; null for batch endpoints, and for private ones of Vertex AI, whose network gives them an address.</summary>
    public Input<string>? Url { get; init; }

    public override ValueMap Outputs => new() { ["engine"] = Engine, ["url"] = Url?.Value };
}
