using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Apache Airflow: MWAA on AWS, Composer on Google Cloud, or the team's own on a cluster.</summary>
public sealed record AirflowConfig : SchedulerConfig, IClusterGuest, IStorageUser
{
    [Description("Airflow's major version: 3, or 2 where the cloud runs it and DAGs are not ready for 3.")]
    [Bounds(2, 3)]
    public int Version { get; init; } = 3;

    [Description("The cluster, where the team runs it. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("Where logs and what steps hand on are kept. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Artifacts { get; init; }

    [Description("The storage that Airflow's own tasks may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    [Description("The Git repository that DAGs come from, where the team runs it. The clouds take them from a bucket.")]
    public AirflowDags? Dags { get; init; }

    [Description("Python packages that DAGs need besides Airflow's own, each with its exact version (where the cloud runs it): apache-airflow-providers-slack==9.1.0.")]
    [Pattern("^[A-Za-z0-9][A-Za-z0-9._-]*(\\[[A-Za-z0-9._,-]+\\])?==[0-9][A-Za-z0-9.+!]*$", "a package with its exact version, such as acme==1.2.0")]
    public IReadOnlyList<string> Requirements { get; init; } = [];

    [Description("How many workers at most, where the cloud runs it.")]
    [Bounds(1, 25)]
    [PerEnvironment("2", "10")]
    public int MaxWorkers { get; init; }

    [Description("The host name of its pages, where the team runs it. Reached with 'kubectl port-forward' when left out.")]
    public string? Host { get; init; }

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Postgres];
}

/// <summary>A folder of DAGs in a Git repository, fetched again and again.</summary>
public sealed record AirflowDags : ConfigRecord
{
    [Description("The repository: https://github.com/acme/pipelines.git.")]
    [Pattern("^https://[^\\s]+$", "an address that starts with https://")]
    public required string Repository { get; init; }

    [Description("The branch.")]
    public string Branch { get; init; } = "main";

    [Description("The folder of the DAGs in it.")]
    public string Path { get; init; } = "dags";

    [Description("A token that may read a private repository: { secret: name }. The user name is 'git'.")]
    public SecretRef? Token { get; init; }
}
