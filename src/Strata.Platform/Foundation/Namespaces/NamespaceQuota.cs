using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Foundation;

/// <summary>The sum of what all pods and volumes of a namespace may ask for.</summary>
public sealed record NamespaceQuota : ConfigRecord
{
    [Description("Processor cores.")]
    [PerEnvironment("64", "256")]
    public CpuCount Cpu { get; init; } = null!;

    [Description("Memory.")]
    [PerEnvironment("256Gi", "1Ti")]
    public ByteSize Memory { get; init; } = null!;

    [Description("GPUs.")]
    [Bounds(0, 10_000)]
    [PerEnvironment("4", "16")]
    public int Gpu { get; init; }

    [Description("Pods.")]
    [Bounds(1, 100_000)]
    [PerEnvironment("200", "1000")]
    public int Pods { get; init; }

    [Description("Storage of all volume claims.")]
    [PerEnvironment("2Ti", "20Ti")]
    public ByteSize Storage { get; init; } = null!;

    [Description("Volume claims.")]
    [Bounds(0, 10_000)]
    [PerEnvironment("50", "200")]
    public int VolumeClaims { get; init; }
}
