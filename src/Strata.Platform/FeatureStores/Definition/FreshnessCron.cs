using System.Globalization;
using Strata.Platform.Units;

namespace Strata.Platform.FeatureStores;

/// <summary>How often features are brought to the online store, as cron writes it: never less often than their freshness asks.</summary>
internal static class FreshnessCron
{
    private static readonly int[] Minutes = [30, 20, 15, 10, 5, 2, 1];
    private static readonly int[] Hours = [12, 8, 6, 4, 3, 2, 1];

    public static string Of(Duration freshness)
    {
        if (freshness.Seconds >= 86_400)
        {
            return "0 2 * * *";
        }

        var hours = Hours.FirstOrDefault(hours => hours * 3600L <= freshness.Seconds);
        if (hours > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"7 */{hours} * * *");
        }

        var minutes = Minutes.FirstOrDefault(minutes => minutes * 60L <= freshness.Seconds, 1);
        return string.Create(CultureInfo.InvariantCulture, $"*/{minutes} * * * *");
    }
}
