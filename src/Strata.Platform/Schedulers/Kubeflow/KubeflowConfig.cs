using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Kubeflow pipelines: on Vertex AI (Google Cloud), on SageMaker (AWS), or on a cluster with 'managed: false'.</summary>
public sealed record KubeflowConfig : SchedulerConfig, IClusterGuest, IStorageUser
{
    [Description("The object store with what steps hand on. The stack's only one when left out.")]
    public Ref<ObjectStore>? Store { get; init; }

    [Description("The storage that steps may use, and how: { lake: read }. The store may be written to anyway.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    [Description("Make the metadata store that pipelines record their runs in (Google Cloud). There is one for each project and region: false where another stack has made it.")]
    public bool MetadataStore { get; init; } = true;

    [Description("The cluster that servers and pipelines run on, with 'managed: false'. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The host name of its pages, with 'managed: false'. Reached with 'kubectl port-forward' when left out.")]
    public string? Host { get; init; }

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.ArgoWorkflows, ClusterOperator.KubeflowPipelines];
}
