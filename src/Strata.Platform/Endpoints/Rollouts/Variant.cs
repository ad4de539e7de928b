using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>A model beside the endpoint's own.</summary>
public sealed record Variant : ConfigRecord
{
    [Description("Its files: a URI or a path in 'store'. The endpoint's own model when left out.")]
    public string? Model { get; init; }

    [Description("The image that serves it. The endpoint's own when left out.")]
    [Pattern("^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)*(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})$", "an image with its tag or digest, such as images:1.4 or ghcr.io/acme/score:1.4")]
    public string? Image { get; init; }

    [Description("Its percent of the requests in an A/B test.")]
    [Bounds(1, 99)]
    public int? Weight { get; init; }
}
