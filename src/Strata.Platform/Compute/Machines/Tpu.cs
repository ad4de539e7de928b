using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>A slice of TPU chips.</summary>
public sealed record Tpu : ConfigRecord
{
    [Description("The TPU: v5e, v5p, v6e.")]
    public required string Type { get; init; }

    [Description("How the chips are laid out: 2x4, 4x4, 2x2x2.")]
    [Pattern("^[0-9]+x[0-9]+(x[0-9]+)?$", "two or three numbers with an x between them, such as 2x4")]
    public required string Topology { get; init; }
}
