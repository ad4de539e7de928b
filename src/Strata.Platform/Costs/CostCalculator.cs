using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Costs;

/// <summary>What a stack costs in a month, part by part.</summary>
public static class CostCalculator
{
    /// <summary>The cost of what the stack itself makes: what it shares is paid by the stack that owns it.</summary>
    public static StackCost Of(StackModel stack, ResourceGraph graph, PriceTable prices)
    {
        var context = new CostContext(stack, graph, prices);
        var parts = new List<CostPart>();
        foreach (var resource in graph.Resources)
        {
            if (PricerCatalog.For(resource.TypeToken) is { } pricer)
            {
                parts.AddRange(pricer.PartsOf(resource, context));
            }
        }

        parts.AddRange(OwnHardware(stack));
        return new StackCost(stack.Name, stack.Config.Team, parts);
    }

    /// <summary>What runs on owned machines is paid with them.</summary>
    private static IEnumerable<CostPart> OwnHardware(StackModel stack) =>
        stack.Components.OfType<Cluster>()
            .Where(cluster => cluster.From is null && stack.CloudOf(cluster) == Cloud.Kubernetes)
            .Select(cluster => new CostPart($"compute.{cluster.Name}", "", "owned hardware", null, "what the machines, their power and the people who run them cost; 'strata compare' takes them as --hardware-price, --power and --people"));
}
