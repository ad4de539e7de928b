using System.Text;

namespace Strata.Generator.Emitting;

/// <summary>Writes lines of C# with indentation. Lines end with a line feed on every system.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Braces around what <paramref name="body"/> writes.</summary>
    public void Block(Action body, string end = "}")
    {
        Line("{");
        _depth++;
        body();
        _depth--;
        Line(end);
    }

    /// <summary>A doc comment; nothing when there is nothing to say.</summary>
    public void Summary(string sentences)
    {
        if (sentences.Length > 0)
        {
            Line($"/// <summary>{sentences.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</summary>");
        }
    }

    public override string ToString() => _text.ToString();
}
