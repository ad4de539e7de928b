using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Costs;

/// <summary>The price table of the repository, <c>Costs/Prices/prices.csv</c>.</summary>
internal static class BuiltInPrices
{
    public static IReadOnlyList<PriceRow> Read()
    {
        using var stream = typeof(BuiltInPrices).Assembly.GetManifestResourceStream("prices.csv") ?? throw new InvalidOperationException("The price table is not part of the program.");
        using var reader = new StreamReader(stream);
        var diagnostics = new DiagnosticBag();
        var rows = PriceReader.Read(new SourceText("prices.csv", reader.ReadToEnd()), diagnostics);
        return diagnostics.Count == 0 ? rows : throw new InvalidOperationException(diagnostics.First().ToString());
    }
}
