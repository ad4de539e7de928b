namespace Strata.Platform.Costs.Pricers;

/// <summary>What networks on Google Cloud cost.</summary>
internal static class GcpNetworks
{
    public static Pricer Pricer { get; } = new(
        ["gcp:compute/routerNat:RouterNat", "gcp:vpcaccess/connector:Connector"],
        (resource, context) => resource.TypeToken switch
        {
            // The gateway's hour is capped at 32 machines; below that it costs less.
            "gcp:compute/routerNat:RouterNat" =>
            [
                context.Part(resource, "NAT gateway", "nat/gateway", new Amount(0, CostAssumptions.HoursInMonth, CostAssumptions.HoursInMonth), "hours"),
                context.Usage(resource, "data through NAT", "how much goes through it", "nat/data", "GB"),
            ],
            _ => [CostContext.Unknown(resource, "connector", "how many machines it has")],
        });
}
