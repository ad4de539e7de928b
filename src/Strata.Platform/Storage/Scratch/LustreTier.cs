using System.Globalization;

namespace Strata.Platform.Storage;

/// <summary>
/// Performance tiers of Managed Lustre: the faster for each TiB, the smaller the steps of size.
/// (https://docs.cloud.google.com/managed-lustre/docs/performance-tiers, read 2026-08.)
/// </summary>
/// <param name="Throughput">MB/s for each TiB.</param>
internal sealed record LustreTier(int Throughput)
{
    // Beyond 170 steps the steps are eight times as large, and an instance cannot grow from the one range into the other.
    private const int MostSteps = 170;

    /// <summary>From slow to fast.</summary>
    public static IReadOnlyList<LustreTier> All { get; } = [new(125), new(250), new(500), new(1000)];

    /// <summary>Sizes are multiples of this, in GiB.</summary>
    public int Step => 9_000_000 / Throughput;

    public bool Takes(int gibibytes) => gibibytes % Step == 0 && gibibytes / Step is >= 1 and <= MostSteps;

    public override string ToString() => Throughput.ToString(CultureInfo.InvariantCulture);
}
