using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>A queue of Slurm with machines that are started for its jobs.</summary>
public sealed record SlurmQueue : ConfigRecord
{
    [Description("What each machine has.")]
    public required Machine Machine { get; init; }

    [Description("How many machines at least.")]
    [Bounds(0, 2_048)]
    public int Min { get; init; }

    [Description("How many machines at most.")]
    [Bounds(1, 2_048)]
    public required int Max { get; init; }

    [Description("Use spare capacity at a lower price; jobs are lost when it is taken away.")]
    public bool Spot { get; init; }
}
