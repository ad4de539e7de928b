using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Schedulers;

/// <summary>Slurm: AWS Parallel Computing Service, a blueprint for Google's Cluster Toolkit, or Slinky on a cluster. Without accounting: that needs MySQL or MariaDB, which nothing here runs.</summary>
public sealed record SlurmConfig : SchedulerConfig, IClusterGuest
{
    [Description("The cluster (self-hosted). The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The pools that have Slurm nodes (self-hosted), each a partition. All of the stack's on the cluster when left out.")]
    public IReadOnlyList<Ref<Pool>> Pools { get; init; } = [];

    [Description("How many machines of each pool are Slurm nodes (self-hosted). They stay: no machine comes for a job or goes after it.")]
    [Bounds(1, 5_000)]
    public int Nodes { get; init; } = 1;

    [Description("The file store with people's home directories (self-hosted). On EFS all files belong to one user; on own hardware homes get a volume claim of their own, of the store's size and class.")]
    public Ref<FileStore>? Homes { get; init; }

    [Description("Public SSH keys of those who may sign in to the login node (self-hosted). Without any there is no login node, and jobs come by the REST API.")]
    public IReadOnlyList<string> SshKeys { get; init; } = [];

    [Description("The machines of each queue (managed), started for jobs. One queue 'general' when left out.")]
    public IReadOnlyDictionary<string, SlurmQueue> Queues { get; init; } = new Dictionary<string, SlurmQueue>();

    [Description("How long a machine does nothing before it goes (managed).")]
    public Duration IdleTimeout { get; init; } = Duration.FromMinutes(10);

    [Description("The image of all machines (managed, on AWS), by its id: made for AWS PCS from Ubuntu, as it must be to join. AWS' own with drivers for GPUs when left out.")]
    [Pattern("^ami-[0-9a-f]+$", "an image's id such as ami-0123456789abcdef0")]
    public string? Ami { get; init; }

    [Description("The object store for results. The stack's only one when left out.")]
    public Ref<ObjectStore>? Storage { get; init; }

    [Description("Further storage that jobs may use, and how: { tables: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Slurm];
}
