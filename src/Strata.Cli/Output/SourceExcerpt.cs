using System.Text;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>
/// A source line as a terminal shows it, with marks under a span: tabs are spaces up to the next multiple of four, wide and
/// zero-width characters keep the marks in line, and of a long line only what is around the span is shown.
/// </summary>
/// <param name="Line">The line, or the part of it that fits, with <c>…</c> where it was cut.</param>
/// <param name="Marks"><c>^~~~</c> under the span, indented to stand below it; of a span over several lines, the first.</param>
public sealed record SourceExcerpt(string Line, string Marks)
{
    private const int TabWidth = 4;

    /// <param name="width">The most columns the line may take; at least 20 are used.</param>
    public static SourceExcerpt Of(SourceSpan span, int width)
    {
        var (line, column) = span.StartPosition;
        var end = span.EndPosition;
        var source = span.Source.LineAt(line);
        var cells = Cells(source);
        var first = ColumnAt(cells, column - 1);
        var last = ColumnAt(cells, end.Line > line ? source.Length : end.Column - 1);
        return Window(cells, first, Math.Max(first + 1, last), Math.Max(20, width));
    }

    /// <summary>The columns <paramref name="first"/> to <paramref name="last"/> (exclusive), with what is around them.</summary>
    private static SourceExcerpt Window(List<Cell> cells, int first, int last, int width)
    {
        var total = cells is [.., var final] ? final.End : 0;

        // The span begins in the first third, so that what follows it is seen.
        var start = total <= width ? 0 : Math.Clamp(first - (width / 3), 0, total - width);
        var end = Math.Min(total, start + width);
        var text = new StringBuilder(start > 0 ? "…" : "");
        var (shownFrom, shownTo) = (start > 0 ? start + 1 : 0, end < total ? end - 1 : end);
        var shown = cells.Where(cell => cell.Column >= shownFrom && cell.End <= shownTo).ToList();
        if (shown.Count > 0)
        {
            text.Append(' ', shown[0].Column - shownFrom);
        }

        text.AppendJoin("", shown.Select(cell => cell.Text));
        var marks = new string('~', Math.Max(0, Math.Min(last, Math.Max(end, first + 1)) - first - 1));
        return new SourceExcerpt(text.ToString().TrimEnd() + (end < total ? "…" : ""), $"{new string(' ', first - start)}^{marks}");
    }

    private static List<Cell> Cells(ReadOnlySpan<char> line)
    {
        var cells = new List<Cell>(line.Length);
        var (offset, column) = (0, 0);
        foreach (var rune in line.EnumerateRunes())
        {
            var visible = DisplayText.Visible(rune);
            var cell = rune.Value == '\t'
                ? new Cell(offset, column, new string(' ', TabWidth - (column % TabWidth)), TabWidth - (column % TabWidth))
                : new Cell(offset, column, visible.ToString(), DisplayText.WidthOf(visible));
            cells.Add(cell);
            offset += rune.Utf16SequenceLength;
            column = cell.End;
        }

        return cells;
    }

    /// <summary>Where the character at an offset into the line is shown; the end of the line for an offset past it.</summary>
    private static int ColumnAt(List<Cell> cells, int offset)
    {
        var index = cells.FindIndex(cell => cell.Offset >= offset);
        return index >= 0 ? cells[index].Column : cells is [.., var final] ? final.End : 0;
    }

    private readonly record struct Cell(int Offset, int Column, string Text, int Width)
    {
        public int End => Column + Width;
    }
}
