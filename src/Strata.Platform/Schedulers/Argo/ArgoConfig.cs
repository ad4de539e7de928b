using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Argo Workflows, started by times and, through Argo Events, by what happens.</summary>
public sealed record ArgoConfig : SchedulerConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("Where artifacts and logs of steps are kept. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Artifacts { get; init; }

    [Description("The storage that steps may use, and how: { lake: read }. The store of the artifacts may be written to anyway.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    [Description("Let events start workflows: an event bus of its own.")]
    public bool Events { get; init; } = true;

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => Events ? [ClusterOperator.ArgoWorkflows, ClusterOperator.ArgoEvents] : [ClusterOperator.ArgoWorkflows];
}
