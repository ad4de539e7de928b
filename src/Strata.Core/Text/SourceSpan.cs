namespace Strata.Text;

/// <summary>A stretch of a source text: offsets in UTF-16 units, the end exclusive.</summary>
public readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    public LinePosition StartPosition => Source.PositionAt(Start);

    public LinePosition EndPosition => Source.PositionAt(End);

    /// <summary><c>path(line,col)</c>, the form of every message of Strata.</summary>
    public override string ToString()
    {
        var (line, column) = StartPosition;
        return $"{Source.Path}({line},{column})";
    }
}
