using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>In which of the region's zones a machine can be had.</summary>
internal static class GcpZones
{
    /// <summary>
    /// One zone, for what lives in one only: the stack's, where it has the machine or that is not known; else the first that is
    /// known to.
    /// </summary>
    public static string One(ComponentContext context, MachineChoice choice)
    {
        var own = context.Stack.Providers.GcpZone;
        return choice.Zones.IsEmpty || (own is not null && choice.Zones.Contains(own)) ? context.Expansion.Foundations.Gcp.Zone : choice.Zones[0];
    }

    /// <summary>The zones where accelerators are had: all that are known to have them, or the stack's.</summary>
    public static IReadOnlyList<string> WithAccelerators(ComponentContext context, MachineChoice choice) =>
        choice.Zones.IsEmpty ? [One(context, choice)] : choice.Zones;

    /// <summary>Reports zones of other regions, and zones that are known not to have the machine.</summary>
    public static void Check(ComponentContext context, IReadOnlyList<string> zones, MachineChoice choice, SourceSpan? at)
    {
        var region = context.Expansion.Foundations.Gcp.Region;
        foreach (var zone in zones)
        {
            if (!zone.StartsWith(region + "-", StringComparison.Ordinal))
            {
                context.Diagnostics.Add(GcpComputeErrors.ZoneElsewhere(at, zone, region));
            }
            else if (!choice.Zones.IsEmpty && !choice.Zones.Contains(zone))
            {
                context.Diagnostics.Add(MachineErrors.MayBeRefused(
                    at, choice.Machine.Name, $"on {Availability.Source(Cloud.Gcp).AsOf} it was not offered in '{zone}', only in {string.Join(", ", choice.Zones)}"));
            }
        }
    }
}
