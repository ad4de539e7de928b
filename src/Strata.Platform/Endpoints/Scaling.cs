using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>What replicas are added and removed by.</summary>
public sealed record Scaling : ConfigRecord
{
    [Description("What is measured.")]
    public required ScalingMetric Metric { get; init; }

    [Description("What each replica should have of it: percent of cpu and memory, requests at one time (concurrency) or a minute (requests).")]
    [Bounds(1, 1_000_000)]
    public required int Target { get; init; }
}

/// <summary>What replicas are added by.</summary>
public enum ScalingMetric
{
    Cpu,
    Memory,
    Requests,
    Concurrency,
}
