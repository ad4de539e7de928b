using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.ModelStores;

/// <summary>MLflow: SageMaker's on AWS, or the team's own on a cluster.</summary>
public sealed record MlflowConfig : ModelStoreConfig, IClusterGuest
{
    [Description("The cluster, where the team runs it. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The host name of its pages and its API, where the team runs it; it asks for user and password. Reached from inside the cluster only when left out.")]
    public string? Host { get; init; }

    [Description("What a user may do with what others made, where nobody gave more.")]
    public MlflowPermission DefaultPermission { get; init; } = MlflowPermission.Read;

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Postgres];
}

/// <summary>MLflow's permissions (MLflow documentation, "Authentication").</summary>
public enum MlflowPermission
{
    Read,
    Edit,
    Manage,
    NoPermissions,
}
