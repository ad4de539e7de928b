using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Schedulers;

/// <summary>Apache Spark: EMR Serverless, Dataproc, or the Spark operator on a cluster.</summary>
public sealed record SparkConfig : SchedulerConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster (self-hosted). The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The pools that applications may run on (self-hosted). All of the stack's on the cluster when left out.")]
    public IReadOnlyList<Ref<Pool>> Pools { get; init; } = [];

    [Description("The image of driver and executors (self-hosted), with the connector for the stack's storage: hadoop-aws for S3 and MinIO, gcs-connector for Cloud Storage. Spark's own, which has neither, when left out; then applications keep no history.")]
    public string? Image { get; init; }

    [Description("A host name for the history of applications (self-hosted), for people who sign in. Needs 'image'.")]
    public string? Host { get; init; }

    [Description("What each worker has (managed). On AWS jobs say it themselves, and it only counts towards the most that all may have together.")]
    public Machine Machine { get; init; } = new() { Cpu = CpuCount.FromCores(4), Memory = ByteSize.FromGibibytes(16) };

    [Description("How many workers at most (managed).")]
    [Bounds(2, 5_000)]
    [PerEnvironment("8", "32")]
    public int Max { get; init; } = 8;

    [Description("How long nothing runs before the machines stop (managed): 5 minutes at least on Google Cloud.")]
    public Duration IdleTimeout { get; init; } = Duration.FromMinutes(15);

    [Description("The object store for results. The stack's only one when left out.")]
    public Ref<ObjectStore>? Storage { get; init; }

    [Description("Further storage that applications may use, and how: { tables: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Spark];
}
