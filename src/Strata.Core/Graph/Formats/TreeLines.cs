using Strata.Text;

namespace Strata.Graph.Formats;

/// <summary>The lines that draw a tree, as text before each node.</summary>
public static class TreeLines
{
    /// <summary>Before a node: <c>├─ </c>, or <c>└─ </c> for the last of its siblings.</summary>
    public static string Branch(string indent, bool last) => indent + (last ? "└─ " : "├─ ");

    /// <summary>Before what belongs to a node: its properties and children.</summary>
    public static string Below(string indent, bool last) => indent + (last ? "   " : "│  ");

    /// <summary>Writes one line: faint tree lines, then text in a tone, cut to <paramref name="width"/> columns in all.</summary>
    public static void Write(TextWriter writer, ITextStyle style, string lines, TextTone tone, string text, int width)
    {
        if (lines.Length > 0)
        {
            style.Write(writer, TextTone.Faint, lines);
        }

        style.Write(writer, tone, DisplayText.Cut(DisplayText.OneLine(text), Math.Max(1, width - lines.Length)));
        writer.Write('\n');
    }
}
