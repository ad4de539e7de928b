using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>All that is decided of a pool on GKE before its node pools are made.</summary>
/// <param name="Choice">The machine type, and for TPUs the slice.</param>
/// <param name="Zones">The zones nodes may be in; empty for all of the cluster's.</param>
/// <param name="Nodes">Labels and taints.</param>
internal sealed record GcpPoolPlan(
    Pool Config, ComponentContext Context, GkeClusterHandle Cluster, MachineChoice Choice, IReadOnlyList<string> Zones, PoolNodes Nodes)
{
    /// <summary>How many zones nodes are spread over: a regional cluster has three unless told otherwise.</summary>
    public int ZoneCount => Zones.Count > 0 ? Zones.Count : 3;

    public bool HasAccelerators => Choice.Machine.Accelerator is not null;

    /// <summary>What the nodes are made of.</summary>
    public GkeNodes ToNodes() => new(Choice.Machine, Config.Disk)
    {
        Spot = Config.Spot,
        FlexStart = Config.Queued,
        Labels = Nodes.Labels,
        Taints = Nodes.Taints,
        Gpus = GkeGpus.For(Config, Choice, Context),
        Reservation = GkeQueue.ReservationFor(Config),
    };
}
