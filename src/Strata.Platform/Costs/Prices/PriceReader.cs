using System.Globalization;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Costs;

/// <summary>
/// Reads a price table: a line of column names, then one price a line as <c>cloud,region,sku,unit,usd,source,asOf</c>. A cell with a comma
/// stands in double quotes. Empty lines and lines that begin with <c>#</c> are left out.
/// </summary>
public static class PriceReader
{
    public const string Header = "cloud,region,sku,unit,usd,source,asOf";

    private const int Columns = 7;

    private static readonly string[] Clouds = ["aws", "gcp", "kubernetes", "*"];

    private static readonly (string Word, PriceUnit Unit)[] Units =
    [
        ("hour", PriceUnit.Hour), ("vcpu-hour", PriceUnit.VcpuHour), ("gib-hour", PriceUnit.GibHour), ("gb-month", PriceUnit.GbMonth),
        ("month", PriceUnit.Month), ("gb", PriceUnit.Gb), ("million", PriceUnit.Million), ("each", PriceUnit.Each),
    ];

    /// <summary>The rows that can be read; the others are problems, each with its place.</summary>
    public static IReadOnlyList<PriceRow> Read(SourceText text, DiagnosticBag diagnostics)
    {
        var rows = new List<PriceRow>();
        var seen = new Dictionary<(string, string, string), SourceSpan>();
        var hasHeader = false;
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        var lookup = strings.GetAlternateLookup<ReadOnlySpan<char>>();
        var cells = new (int Start, int Length)[Columns];
        for (var start = 0; start < text.Content.Length;)
        {
            var end = text.Content.IndexOf('\n', start);
            end = end < 0 ? text.Content.Length : end;
            var line = text.Content.AsSpan(start, end - start).TrimEnd('\r');
            var span = new SourceSpan(text, start, start + line.Length);
            start = end + 1;
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            if (!hasHeader)
            {
                hasHeader = true;
                if (line is not Header)
                {
                    diagnostics.Add(PriceErrors.NoHeader(span, Header));
                    return [];
                }
            }
            else if (ReadRow(line, span, cells, diagnostics) is { } row)
            {
                if (seen.TryAdd((row.Cloud, row.Region, row.Sku), span))
                {
                    rows.Add(row);
                }
                else
                {
                    diagnostics.Add(PriceErrors.TwoPrices(span, row.Sku, row.Region));
                }
            }
        }

        return rows;

        // Sources, regions and units stand in hundreds of rows, and are kept once.
        string Kept(ReadOnlySpan<char> cell)
        {
            if (!lookup.TryGetValue(cell, out var kept))
            {
                strings[kept = cell.ToString()] = kept;
            }

            return kept;
        }

        PriceRow? ReadRow(ReadOnlySpan<char> line, SourceSpan span, (int Start, int Length)[] places, DiagnosticBag problems)
        {
            var count = Split(line, places);
            if (count != Columns)
            {
                problems.Add(PriceErrors.WrongColumns(span, count, Header));
                return null;
            }

            var cloud = Kept(Cell(line, places[0]));
            var region = Kept(Cell(line, places[1]));
            var sku = Cell(line, places[2]).ToString();
            var unitText = Kept(Cell(line, places[3]));
            var source = Kept(Cell(line, places[5]));
            var unit = Array.FindIndex(Units, u => u.Word == unitText);
            if (!Clouds.Contains(cloud))
            {
                problems.Add(PriceErrors.UnknownWord(Place(span, places[0]), "cloud", cloud, Clouds));
            }
            else if (unit < 0)
            {
                problems.Add(PriceErrors.UnknownWord(Place(span, places[3]), "unit", unitText, [.. Units.Select(u => u.Word)]));
            }
            else if (!decimal.TryParse(Cell(line, places[4]), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd))
            {
                problems.Add(PriceErrors.NotAPrice(Place(span, places[4]), Cell(line, places[4]).ToString()));
            }
            else if (region.Length == 0 || sku.Length == 0 || source.Length == 0)
            {
                problems.Add(PriceErrors.EmptyCell(span));
            }
            else if (!DateOnly.TryParseExact(Cell(line, places[6]), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            {
                problems.Add(PriceErrors.NotADay(Place(span, places[6]), Cell(line, places[6]).ToString()));
            }
            else
            {
                return new PriceRow(cloud, region, sku, Units[unit].Unit, usd, source, asOf);
            }

            return null;
        }
    }

    private static ReadOnlySpan<char> Cell(ReadOnlySpan<char> line, (int Start, int Length) cell) => line.Slice(cell.Start, cell.Length);

    private static SourceSpan Place(SourceSpan line, (int Start, int Length) cell) => new(line.Source, line.Start + cell.Start, line.Start + cell.Start + cell.Length);

    /// <summary>How many cells the line has; those past the last column are counted and not kept.</summary>
    private static int Split(ReadOnlySpan<char> line, (int Start, int Length)[] cells)
    {
        var count = 0;
        for (var start = 0; start <= line.Length; count++)
        {
            var quoted = start < line.Length && line[start] == '"';
            var first = quoted ? start + 1 : start;
            var length = quoted ? line[first..].IndexOf('"') : line[first..].IndexOf(',');
            length = length < 0 ? line.Length - first : length;
            if (count < cells.Length)
            {
                cells[count] = (first, length);
            }

            start = first + length + (quoted ? 2 : 1);
        }

        return count;
    }
}
