using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>The machines that run a cluster's own components.</summary>
public sealed record SystemPool : ConfigRecord
{
    [Description("Processor cores of each.")]
    [PerEnvironment("2", "4")]
    public CpuCount Cpu { get; init; } = null!;

    [Description("Memory of each.")]
    [PerEnvironment("8Gi", "16Gi")]
    public ByteSize Memory { get; init; } = null!;

    [Description("How many at least.")]
    [Bounds(1, 100)]
    [PerEnvironment("1", "2")]
    public int Min { get; init; }

    [Description("How many at most.")]
    [Bounds(1, 100)]
    [PerEnvironment("3", "6")]
    public int Max { get; init; }
}
