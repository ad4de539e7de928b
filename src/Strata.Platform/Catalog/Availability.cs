using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>
/// Which machine families are offered in which of the main regions. A region outside the list has not been checked, and
/// nothing is said about it. Zones are known for accelerators on GCP only.
/// </summary>
public static class Availability
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, ImmutableArray<string>>> Aws = Parse(AwsAvailability.Rows);
    private static readonly FrozenDictionary<string, FrozenDictionary<string, ImmutableArray<string>>> Gcp = Parse(GcpAvailability.Rows);

    /// <summary>Where the lists were read.</summary>
    public static FactSource Source(Cloud cloud) => cloud == Cloud.Aws ? MachineSources.AwsRegions : MachineSources.GcpRegions;

    /// <summary>The regions the lists speak of, in ordinal order.</summary>
    public static ImmutableArray<string> CheckedRegions(Cloud cloud) => cloud switch
    {
        Cloud.Aws => AwsAvailability.Regions,
        Cloud.Gcp => GcpAvailability.Regions,
        _ => [],
    };

    /// <summary>False only when the region was checked and does not have the machine; null, an unknown region and own hardware are not checked.</summary>
    public static bool MayOffer(MachineType machine, string? region) =>
        region is null || !CheckedRegions(machine.Cloud).Contains(region) || Row(machine) is not { } row || row.ContainsKey(region);

    /// <summary>The checked regions that have the machine, in ordinal order.</summary>
    public static ImmutableArray<string> Regions(MachineType machine) =>
        Row(machine) is { } row ? [.. row.Keys.Order(StringComparer.Ordinal)] : CheckedRegions(machine.Cloud);

    /// <summary>The zones of a region that have the machine, such as <c>europe-west4-a</c>; empty when they are not known.</summary>
    public static ImmutableArray<string> Zones(MachineType machine, string? region) =>
        region is not null && Row(machine) is { } row && row.TryGetValue(region, out var zones) ? zones : [];

    private static FrozenDictionary<string, ImmutableArray<string>>? Row(MachineType machine)
    {
        var table = machine.Cloud == Cloud.Aws ? Aws : Gcp;
        return table.GetValueOrDefault(machine.Name) ?? table.GetValueOrDefault(machine.OfferedAs);
    }

    private static FrozenDictionary<string, FrozenDictionary<string, ImmutableArray<string>>> Parse(ImmutableArray<(string Machine, string Offered)> rows) =>
        rows.ToFrozenDictionary(row => row.Machine, row => row.Offered.Split(' ').Select(entry => entry.Split(':')).ToFrozenDictionary(
            entry => entry[0],
            entry => entry.Length > 1 ? entry[1].Select(zone => $"{entry[0]}-{zone}").ToImmutableArray() : []));
}
