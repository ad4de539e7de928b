using Strata.Gcp.Container.Inputs;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>When GKE may upgrade control plane and nodes, in UTC.</summary>
internal static class GkeMaintenance
{
    /// <summary>In prod on weekends: two windows of eight hours, of which GKE wants 48 hours in 32 days. Elsewhere every night.</summary>
    public static ClusterMaintenancePolicyArgs For(ComponentContext context) => context.IsProd
        ? new()
        {
            RecurringWindow = new ClusterMaintenancePolicyRecurringWindowArgs
            {
                // The first such window; only its hours count.
                StartTime = "2026-01-03T00:00:00Z",
                EndTime = "2026-01-03T08:00:00Z",
                Recurrence = "FREQ=WEEKLY;BYDAY=SA,SU",
            },
        }
        : new() { DailyMaintenanceWindow = new ClusterMaintenancePolicyDailyMaintenanceWindowArgs { StartTime = "01:00" } };
}
