using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A machine by what it needs, or by the cloud's name for it.</summary>
public sealed record Machine : ConfigRecord
{
    [Description("Processor cores, at least.")]
    public CpuCount? Cpu { get; init; }

    [Description("Memory, at least.")]
    public ByteSize? Memory { get; init; }

    [Description("GPUs.")]
    public Gpu? Gpu { get; init; }

    [Description("TPUs (Google Cloud).")]
    public Tpu? Tpu { get; init; }

    [Description("The cloud's name of the machine type, instead of the smallest that fits: g6.2xlarge, g2-standard-8.")]
    public string? Type { get; init; }
}
