using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A queue for jobs that start, end and cost nothing in between: AWS Batch, Google Cloud Batch, Kueue.</summary>
public sealed record Batch : ComputeConfig
{
    [Description("What each machine has.")]
    public required Machine Machine { get; init; }

    [Description("How many machines at most at one time; where spot is tried first, as many again on demand while it has none (AWS).")]
    [Bounds(1, 10_000)]
    public required int Max { get; init; }

    [Description("Try spare capacity first, at a lower price, and ordinary capacity when there is none.")]
    public bool Spot { get; init; } = true;

    [Description("How long a job may run.")]
    public Duration Timeout { get; init; } = Duration.FromDays(1);

    [Description("How often a job that lost its machine is tried again.")]
    [Bounds(0, 9)]
    public int Retries { get; init; } = 2;

    [Description("Each machine's disk.")]
    public ByteSize Disk { get; init; } = ByteSize.FromGibibytes(100);

    [Description("The storage that jobs may use, and how: { lake: read, features: write }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    [Description("The cluster (Kubernetes). The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("Other teams' shares of the queue by name, weighted (AWS); the stack's own team has 1.")]
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new Dictionary<string, double>();
}
