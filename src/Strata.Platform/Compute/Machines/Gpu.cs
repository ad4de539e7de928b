using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>GPUs of one machine.</summary>
public sealed record Gpu : ConfigRecord
{
    [Description("The GPU: t4, l4, a10g, l40s, v100, a100, a100-80gb, h100, h200.")]
    public required string Type { get; init; }

    [Description("How many in each machine.")]
    [Bounds(1, 16)]
    public int Count { get; init; } = 1;
}
