using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>EKS node groups.</summary>
internal static class AwsPools
{
    public static Pricer Pricer { get; } = new(["aws:eks/nodeGroup:NodeGroup"], PartsOf);

    private static IEnumerable<CostPart> PartsOf(Resource pool, CostContext context)
    {
        var type = pool.At("instanceTypes").AsItems().FirstOrDefault().AsText() ?? "t3.medium";
        var spot = pool.At("capacityType").AsText() == "SPOT";
        var nodes = Amount.Between((decimal)(pool.At("scalingConfig.minSize").AsNumber() ?? 0), (decimal)(pool.At("scalingConfig.maxSize").AsNumber() ?? 0), CostAssumptions.ShareOfScale);
        yield return context.Machines(pool, $"{type} nodes{(spot ? ", spot" : "")}", type, spot, nodes * CostAssumptions.HoursInMonth);
        foreach (var disk in NodeDisks.Of(pool, (pool.At("launchTemplate.id") as ReferenceValue)?.Resource, context, nodes))
        {
            yield return disk;
        }
    }
}
