using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>GKE node pools.</summary>
internal static class GcpPools
{
    public static Pricer Pricer { get; } = new(["gcp:container/nodePool:NodePool"], PartsOf);

    private static IEnumerable<CostPart> PartsOf(Resource pool, CostContext context)
    {
        var type = pool.At("nodeConfig.machineType").AsText() ?? "e2-medium";
        var spot = pool.At("nodeConfig.spot").IsTrue();
        var nodes = Nodes(pool);
        var hours = nodes * CostAssumptions.HoursInMonth;
        return
        [
            context.Machines(pool, $"{type} nodes{(spot ? ", spot" : "")}", type, spot, hours),
            .. GcpDisks.Gpus(pool, context, "nodeConfig.guestAccelerators", type, spot, hours),
            GcpDisks.Of(pool, context, "disks of the nodes", pool.At("nodeConfig.diskType").AsText() ?? "pd-balanced", nodes * (decimal)(pool.At("nodeConfig.diskSizeGb").AsNumber() ?? 100)),
        ];
    }

    /// <summary>Limits are for the whole pool, or else for each zone, of which a regional cluster has three.</summary>
    private static Amount Nodes(Resource pool)
    {
        var scaling = pool.At("autoscaling");
        if (scaling is null)
        {
            return Amount.Of((decimal)(pool.At("nodeCount").AsNumber() ?? pool.At("initialNodeCount").AsNumber() ?? 1));
        }

        var zones = Math.Max(1, pool.At("nodeLocations").AsItems() is { Length: > 0 } named ? named.Length : 3);
        return scaling.At("totalMaxNodeCount").AsNumber() is { } max
            ? Amount.Between((decimal)(scaling.At("totalMinNodeCount").AsNumber() ?? 0), (decimal)max, CostAssumptions.ShareOfScale)
            : Amount.Between((decimal)(scaling.At("minNodeCount").AsNumber() ?? 0) * zones, (decimal)(scaling.At("maxNodeCount").AsNumber() ?? 1) * zones, CostAssumptions.ShareOfScale);
    }
}
