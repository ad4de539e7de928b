using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>Sentences in lines that fit.</summary>
internal static class WrappedText
{
    /// <summary>Writes a text from a column on; lines after the first begin there too.</summary>
    public static void Write(TextWriter writer, ITextStyle style, TextTone tone, string text, int indent, int width)
    {
        var room = Math.Max(20, width - indent);
        var first = true;
        foreach (var line in Lines(DisplayText.OneLine(text), room))
        {
            writer.Write(first ? "" : new string(' ', indent));
            style.Write(writer, tone, line);
            writer.Write('\n');
            first = false;
        }
    }

    private static IEnumerable<string> Lines(string text, int room)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && DisplayText.WidthOf(line) + 1 + DisplayText.WidthOf(word) > room)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
