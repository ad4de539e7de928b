using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Prefect on a cluster: a server, and a worker for each pool.</summary>
public sealed record PrefectConfig : SchedulerConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The pools that get a worker and a work pool of the same name. All of the cluster's when empty.")]
    public IReadOnlyList<Ref<Pool>> Pools { get; init; } = [];

    [Description("Where steps keep what they hand on. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Artifacts { get; init; }

    [Description("The storage that runs may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    [Description("The host name of its pages. Reached with 'kubectl port-forward' when left out.")]
    public string? Host { get; init; }

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Postgres];
}
