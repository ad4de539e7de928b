using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>What says that the new model is no good.</summary>
public sealed record RolloutAlarms : ConfigRecord
{
    [Description("Percent of the requests that fail (SageMaker, Vertex AI).")]
    [Bounds(0.01, 100)]
    public double? ErrorPercent { get; init; }

    [Description("Milliseconds that the slowest hundredth of the requests takes (SageMaker, Vertex AI).")]
    [Bounds(1, 3_600_000)]
    public int? LatencyMs { get; init; }

    [Description("A PromQL query that gives something when the new model is no good (on clusters).")]
    public string? Query { get; init; }
}
