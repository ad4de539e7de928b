using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>How several pods share one GPU.</summary>
public sealed record GpuSharing : ConfigRecord
{
    [Description("By turns, or by dividing the GPU (a100, h100, h200).")]
    public required GpuSharingStrategy Strategy { get; init; }

    [Description("How many pods share one GPU by turns.")]
    [Bounds(2, 48)]
    public int Replicas { get; init; } = 2;

    [Description("The part each pod gets when the GPU is divided: 1g.5gb, 2g.20gb.")]
    [Pattern("^[1-7]g\\.[0-9]+gb$", "a MIG profile such as 1g.5gb")]
    public string? Partition { get; init; }
}

/// <summary>How several pods share one GPU.</summary>
public enum GpuSharingStrategy
{
    /// <summary>By turns, with no isolation of memory.</summary>
    TimeSlicing,

    /// <summary>Divided by the hardware.</summary>
    Mig,
}
