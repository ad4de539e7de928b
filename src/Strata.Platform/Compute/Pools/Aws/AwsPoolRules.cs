using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What a pool's config cannot ask of EKS.</summary>
internal static class AwsPoolRules
{
    public static void Check(Pool config, ComponentContext context, string region)
    {
        if (config.Queued)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Queued)), "queued", "a pool on EKS",
                "AWS has no queue for capacity: machines are there, or they are not.",
                "Remove it; to be sure of capacity buy a capacity block or a reservation and name it with 'reservation'."));
        }

        foreach (var zone in config.Zones.Where(zone => !zone.StartsWith(region, StringComparison.Ordinal)))
        {
            context.Diagnostics.Add(ComputeErrors.NotAnId(config.SpanOf(nameof(config.Zones)), "zones", zone, $"a zone of {region} such as '{region}a'"));
        }

        if (config.Compact && config.Zones.Count > 1)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Zones)), "zones", "a compact pool, unless it is only one",
                "Machines are close together only inside one zone.",
                "Name the zone that has the machine, or set 'compact: false'."));
        }

        if (config.Reservation is { } reservation && !reservation.StartsWith("cr-", StringComparison.Ordinal))
        {
            context.Diagnostics.Add(ComputeErrors.NotAnId(config.SpanOf(nameof(config.Reservation)), "reservation", reservation, "the id of a capacity reservation such as 'cr-0123456789abcdef0'"));
        }
    }
}
