using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>
/// Forwarding rules of load balancers. The first five of a region have one price together, which the first of the stack bears, and each above
/// them has its own; global ones are counted apart. (https://cloud.google.com/load-balancing/pricing) What other stacks have in the project is not taken off.
/// </summary>
internal static class GcpForwardingRules
{
    private const string Regional = "gcp:compute/forwardingRule:ForwardingRule";

    private const int Together = 5;

    public static Pricer Pricer { get; } = new([Regional, "gcp:compute/globalForwardingRule:GlobalForwardingRule"], PartsOf);

    private static IEnumerable<CostPart> PartsOf(Resource rule, CostContext context)
    {
        if (IsEndpoint(rule))
        {
            yield return CostContext.Unknown(rule, "endpoint", "the price of an endpoint of Private Service Connect");
            yield break;
        }

        var kind = rule.TypeToken == Regional ? "forwarding-rules" : "global-forwarding-rules";
        var before = context.All(rule.TypeToken).TakeWhile(other => other != rule).Count(other => !IsEndpoint(other) && context.RegionOf(other) == context.RegionOf(rule));
        if (before == 0)
        {
            yield return context.Always(rule, "forwarding rules, up to five", $"lb/{kind}");
        }
        else if (before >= Together)
        {
            yield return context.Always(rule, "forwarding rule above five", $"lb/more-{kind}");
        }

        yield return context.Usage(rule, "traffic of the load balancer", "how much it passes on");
    }

    /// <summary>A rule without a scheme leads to a service or to Google's APIs, and not to backends.</summary>
    private static bool IsEndpoint(Resource rule) => rule.At("loadBalancingScheme").AsText() == "";
}
