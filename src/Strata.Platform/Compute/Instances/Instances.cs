using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>Machines without a cluster: one, or a group of the same.</summary>
public sealed record Instances : ComputeConfig
{
    [Description("What each machine has.")]
    public required Machine Machine { get; init; }

    [Description("How many machines at least.")]
    [Bounds(0, 1_000)]
    public int Min { get; init; } = 1;

    [Description("How many machines at most. One is a single machine, more are a group.")]
    [Bounds(1, 1_000)]
    public int Max { get; init; } = 1;

    [Description("Use spare capacity at a lower price; machines can go at short notice.")]
    public bool Spot { get; init; }

    [Description("Each machine's disk.")]
    public ByteSize Disk { get; init; } = ByteSize.FromGibibytes(100);

    [Description("The machine image: an AMI id, or an image or family on Google Cloud. The cloud's deep learning image (with GPU) or plain Linux when left out.")]
    public string? Image { get; init; }

    [Description("When the machines are off.")]
    public OffHours? OffHours { get; init; }

    [Description("The storage that the machines may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();
}
