using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Metaflow: its metadata service and database, and what flows run on: a batch queue with Step Functions on AWS, or a cluster.</summary>
public sealed record MetaflowConfig : SchedulerConfig, IClusterGuest
{
    [Description("What flows run on: batch (AWS) or kubernetes. On AWS batch when left out, elsewhere kubernetes.")]
    public MetaflowCompute? Compute { get; init; }

    [Description("The object store with flows' data. The stack's only one when left out.")]
    public Ref<ObjectStore>? Store { get; init; }

    [Description("The queue that flows run in, with 'compute: batch'. The stack's only one when left out.")]
    public Ref<Batch>? Batch { get; init; }

    [Description("The cluster that flows and the metadata service run on, with 'compute: kubernetes'. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => ComputeOn(cloud) == MetaflowCompute.Kubernetes ? [ClusterOperator.Postgres] : [];

    /// <summary>What flows run on.</summary>
    internal MetaflowCompute ComputeOn(Cloud cloud) => Compute ?? (cloud == Platform.Cloud.Aws ? MetaflowCompute.Batch : MetaflowCompute.Kubernetes);
}

/// <summary>What flows run on.</summary>
public enum MetaflowCompute
{
    /// <summary>AWS Batch, with AWS Step Functions for flows that run by themselves.</summary>
    Batch,

    /// <summary>Pods in the team's namespace.</summary>
    Kubernetes,
}
