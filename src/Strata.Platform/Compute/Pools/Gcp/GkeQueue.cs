using Strata.Gcp.Container.Inputs;
using Strata.Graph;

namespace Strata.Platform.Compute;

/// <summary>How a pool's nodes are had: from Dynamic Workload Scheduler's queue, from a reservation, or from what is free.</summary>
internal static class GkeQueue
{
    /// <summary>GKE puts this taint on nodes of the queue by itself.</summary>
    private const string Taint = "cloud.google.com/gke-queued";

    public static NodePoolNodeConfigReservationAffinityArgs? ReservationFor(Pool config) => config switch
    {
        { Queued: true } => new() { ConsumeReservationType = "NO_RESERVATION" },
        { Reservation: { } name } => new() { ConsumeReservationType = "SPECIFIC_RESERVATION", Key = "compute.googleapis.com/reservation-name", Values = [name] },
        _ => null,
    };

    /// <summary>What pods need besides the tolerations of the pool's own taints.</summary>
    public static IEnumerable<ValueMap> TolerationsFor(Pool config) =>
        !config.Queued ? [] : [new ValueMap { ["key"] = Taint, ["operator"] = "Exists", ["effect"] = nameof(TaintEffect.NoSchedule) }];
}
