namespace Strata.Text;

/// <summary>The text of one file, and where its lines begin. Immutable and safe to share between threads.</summary>
/// <param name="path">How the file is named to people: relative to the repository root, with forward slashes.</param>
/// <param name="content">The whole text, without a byte order mark.</param>
public sealed class SourceText(string path, string content)
{
    private int[]? _lineStarts;

    public string Path { get; } = path;

    public string Content { get; } = content;

    /// <summary>The line and column, both from 1, of a character offset. An offset past the end is the end.</summary>
    public LinePosition PositionAt(int offset)
    {
        var starts = LineStarts;
        offset = Math.Clamp(offset, 0, Content.Length);
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new LinePosition(line + 1, offset - starts[line] + 1);
    }

    /// <summary>The offset of a line's first character; the end of the text past the last line.</summary>
    public int OffsetOf(int line) => line <= LineStarts.Length ? LineStarts[Math.Max(line, 1) - 1] : Content.Length;

    /// <summary>The text of a line (from 1) without its line break; empty past the last line.</summary>
    public ReadOnlySpan<char> LineAt(int line)
    {
        var starts = LineStarts;
        if (line < 1 || line > starts.Length)
        {
            return default;
        }

        var start = starts[line - 1];
        var end = line < starts.Length ? starts[line] : Content.Length;
        return Content.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Content);

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = content.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = content.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return [.. starts];
    }
}
