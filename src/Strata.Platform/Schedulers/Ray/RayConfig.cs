using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Schedulers;

/// <summary>Ray: Python functions and actors over many machines, on the stack's own pools.</summary>
public sealed record RayConfig : SchedulerConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The pools that workers run on, one worker to a machine. All of the stack's on the cluster when left out.")]
    public IReadOnlyList<Ref<Pool>> Pools { get; init; } = [];

    [Description("How many workers on each pool at least; the pool's own 'max' is the most.")]
    [Bounds(0, 5_000)]
    public int Min { get; init; }

    [Description("How long a worker does nothing before it goes.")]
    public Duration IdleTimeout { get; init; } = Duration.FromMinutes(5);

    [Description("Wait in the team's queue until all workers can start together, as many as the pools have at most. Their number then stays as it is: the queue takes no clusters that grow.")]
    public bool Queued { get; init; }

    [Description("Memory of the head, which knows of all tasks and objects and runs none.")]
    [PerEnvironment("8Gi", "16Gi")]
    public ByteSize HeadMemory { get; init; } = ByteSize.FromGibibytes(8);

    [Description("The image of head and workers, instead of Ray's own. It must have the same version of Ray as 'rayVersion'.")]
    public string? Image { get; init; }

    [Description("The version of Ray in 'image'.")]
    [Pattern("^[0-9]+\\.[0-9]+\\.[0-9]+$", "a version such as 2.58.0")]
    public string RayVersion { get; init; } = RayImages.Version;

    [Description("The object store for results and checkpoints. The stack's only one when left out.")]
    public Ref<ObjectStore>? Storage { get; init; }

    [Description("Further storage that tasks may use, and how: { features: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Ray];
}
