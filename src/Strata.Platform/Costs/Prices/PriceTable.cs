using System.Collections.Frozen;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Costs;

/// <summary>All prices that are known. What is not in it is unknown, never free.</summary>
public sealed class PriceTable
{
    private readonly FrozenDictionary<(string Cloud, string Region, string Sku), PriceRow> _rows;

    private PriceTable(IEnumerable<PriceRow> rows)
    {
        // The later of two rows counts: a repository's own come after the built-in ones.
        var all = new Dictionary<(string, string, string), PriceRow>();
        foreach (var row in rows)
        {
            all[(row.Cloud, row.Region, row.Sku)] = row;
        }

        _rows = all.ToFrozenDictionary();
    }

    /// <summary>The prices that come with Strata.</summary>
    public static PriceTable BuiltIn { get; } = new(BuiltInPrices.Read());

    public IEnumerable<PriceRow> Rows => _rows.Values;

    /// <summary>The built-in prices with a repository's own before them; problems of those are added to <paramref name="diagnostics"/>.</summary>
    /// <param name="own"><c>stacks/prices.csv</c>; null when there is none.</param>
    public static PriceTable With(SourceText? own, DiagnosticBag diagnostics) =>
        own is null ? BuiltIn : new PriceTable([.. BuiltIn.Rows, .. PriceReader.Read(own, diagnostics)]);

    /// <summary>The price of a thing in a region, or of every region; null when it is not known.</summary>
    public PriceRow? Find(string cloud, string region, string sku) =>
        _rows.TryGetValue((cloud, region, sku), out var row) || _rows.TryGetValue((cloud, "*", sku), out row) ? row : null;
}
