using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Schedulers;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.FeatureStores;

/// <summary>Feast: features stay in the stack's warehouse or lake, and the newest are brought to an online store.</summary>
public sealed record FeastConfig : FeatureStoreConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster of the feature server. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("Where features lie: a warehouse, or an object store with Parquet files. The stack's only warehouse when left out.")]
    public Ref<StorageConfig>? Offline { get; init; }

    [Description("The online store. DynamoDB on AWS, Firestore on Google Cloud and Redis elsewhere when left out.")]
    public FeastOnline? Online { get; init; }

    [Description("The password of Redis on AWS, 16 to 128 letters and digits; elsewhere one is made where it is needed.")]
    public SecretRef? OnlinePassword { get; init; }

    [Description("Where the registry is kept: a file in this object store. The stack's only one when left out.")]
    public Ref<ObjectStore>? Registry { get; init; }

    [Description("What brings features online: a scheduler of workflows that runs pods on the cluster gets a workflow of the store's name and '-materialize', which 'strata render' writes with the others. The stack's only one that can when left out, and a CronJob of the cluster where none or several can.")]
    public Ref<SchedulerConfig>? Scheduler { get; init; }

    [Description("How much the online store holds, where it is a machine (Redis) or a disk (Postgres).")]
    public ByteSize OnlineSize { get; init; } = ByteSize.FromGibibytes(4);

    /// <summary>It reads where its features lie, when the file says where.</summary>
    IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> IStorageUser.Access => Offline is null ? new Dictionary<Ref<StorageConfig>, AccessLevel>() : new Dictionary<Ref<StorageConfig>, AccessLevel> { [new(Offline.Name, Offline.Span)] = AccessLevel.Read };

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => Online == FeastOnline.Postgres ? [ClusterOperator.Postgres] : [];
}

/// <summary>Feast's online stores.</summary>
public enum FeastOnline
{
    Dynamodb,
    Redis,
    Bigtable,
    Firestore,
    Postgres,
}
