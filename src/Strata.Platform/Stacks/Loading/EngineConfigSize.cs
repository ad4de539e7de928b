using System.Globalization;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>
/// Pulumi passes a stack's configuration in one environment variable, and Linux allows 131,072 bytes for one, its name and the
/// NUL included: a larger stack file makes every <c>pulumi preview</c> fail with E2BIG.
/// </summary>
internal static class EngineConfigSize
{
    private const int Limit = 131_072;
    private const int WarnFrom = Limit / 100 * 80;

    /// <summary><c>PULUMI_CONFIG=</c> and the NUL.</summary>
    private const int Frame = 15;

    public static void Check(SourceText file, IReadOnlyList<ConfigEntry> entries, DiagnosticBag diagnostics)
    {
        var sizes = entries.Select(e => (e.Key, Size: EngineText.QuotedSize(e.Key.ToString()) + EngineText.QuotedSize(EngineText.Of(e.Value)) + 2)).ToList();
        // Two braces, and one comma less than counted.
        var size = sizes.Sum(s => s.Size) + 1 + Frame;
        if (size < WarnFrom)
        {
            return;
        }

        var largest = sizes.OrderByDescending(s => s.Size).ThenBy(s => s.Key.ToString(), StringComparer.Ordinal).Take(3)
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"'{s.Key}' ({s.Size:N0})"));
        var at = new SourceSpan(file, 0, 0);
        diagnostics.Add(size > Limit ? StackErrors.ConfigTooLarge(at, size, Limit, largest) : StackErrors.ConfigNearlyTooLarge(at, size, Limit, largest));
    }
}
