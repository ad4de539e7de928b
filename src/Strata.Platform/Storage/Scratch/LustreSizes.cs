using System.Globalization;

namespace Strata.Platform.Storage;

/// <summary>The sizes FSx for Lustre comes with, in GiB: 1200, 2400 and multiples of 2400.</summary>
internal static class LustreSizes
{
    private const int Smallest = 1200;
    private const int Step = 2400;

    public static bool Takes(int gibibytes) => gibibytes == Smallest || (gibibytes > 0 && gibibytes % Step == 0);

    /// <summary>The sizes around one that is not taken: one below, where there is one, and one above.</summary>
    public static IEnumerable<string> Nearest(int gibibytes)
    {
        if (gibibytes < Smallest)
        {
            return [Text(Smallest)];
        }

        var below = gibibytes / Step * Step;
        return [Text(below == 0 ? Smallest : below), Text(below + Step)];
    }

    private static string Text(int gibibytes) => string.Create(CultureInfo.InvariantCulture, $"{gibibytes}Gi");
}
