using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>Sentences in lines that fit.</summary>
internal static class WrappedText
{
    /// <summary>Writes a text after a prefix; lines after the first begin with <paramref name="indent"/> spaces.</summary>
    public static void Write(TextWriter writer, ITextStyle style, TextTone tone, string prefix, string text, int indent, int width)
    {
        var first = true;
        foreach (var line in Lines(DisplayText.OneLine(text), Math.Max(20, width - prefix.Length), Math.Max(20, width - indent)))
        {
            writer.Write(first ? prefix : new string(' ', indent));
            style.Write(writer, tone, line);
            writer.Write('\n');
            first = false;
        }
    }

    private static IEnumerable<string> Lines(string text, int firstRoom, int nextRoom)
    {
        var (line, room) = ("", firstRoom);
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && DisplayText.WidthOf(line) + 1 + DisplayText.WidthOf(word) > room)
            {
                yield return line;
                (line, room) = (word, nextRoom);
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
