using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>Nodes of one shape in a cluster, that come and go with the work.</summary>
public sealed record Pool : ComputeConfig
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("What each node has.")]
    public required Machine Machine { get; init; }

    [Description("Use spare capacity at a lower price; nodes can go at short notice.")]
    public bool Spot { get; init; }

    [Description("How many nodes at least.")]
    [Bounds(0, 5_000)]
    public int Min { get; init; }

    [Description("How many nodes at most.")]
    [Bounds(1, 5_000)]
    public required int Max { get; init; }

    [Description("Each node's disk.")]
    public ByteSize Disk { get; init; } = ByteSize.FromGibibytes(100);

    [Description("The names of the pool's nodes, which are then labelled and tainted (Kubernetes). Without them whoever runs the cluster labels the nodes strata/pool.")]
    public IReadOnlyList<string> Nodes { get; init; } = [];

    [Description("Further node labels.")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    [Description("Further node taints. Pools with accelerators get theirs by themselves.")]
    public IReadOnlyList<Taint> Taints { get; init; } = [];

    [Description("Zones to use, where not all have the machine.")]
    public IReadOnlyList<string> Zones { get; init; } = [];

    [Description("Put nodes close together in one zone, for training over several.")]
    public bool Compact { get; init; }

    [Description("Several pods on one GPU.")]
    public GpuSharing? Sharing { get; init; }

    [Description("A capacity reservation to use: its id on AWS, its name on Google Cloud.")]
    public string? Reservation { get; init; }

    [Description("Wait in the cloud's queue until all nodes of a job can be had at once (Google Cloud: Dynamic Workload Scheduler).")]
    public bool Queued { get; init; }

    [Description("How much of the pool the team has a right to, in nodes, when teams share the cluster. All of it when left out.")]
    [Bounds(0, 5_000)]
    public int? Quota { get; init; }
}
