using System.Text;
using System.Text.Json;

namespace Strata.Tests.Yaml;

/// <summary>Random YAML in many styles, from a seed.</summary>
internal static class RandomYaml
{
    private static readonly string[] PlainWords =
        ["a", "b1", "fraud-dev", "1.30", "0777", "true", "~", "null", "x y z", "http://x/y?z", "é😀", "2024-01-02", "-1", "a#b", "it's", "32Gi", "v1:abc=="];

    private static readonly string[] Texts = ["", " ", "a: b", "# no comment", "\"", "'", "\\", "tab\there", "line\nbreak", "[x", "{{ y }}", "é😀", "*", "&", "@", "%", "\u0085", "- "];

    private static readonly string[] Pieces =
        ["\t", "\n", "  ", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", " #", "&a ", "*a", "<<: *a", "!!str ", "!x ", "|", ">-\n", "---\n", "...\n", "%YAML 1.2\n", "? ", "\\", "\0", "\u0085", "\u2028", "\uFEFF", "\uD83D", "\r", ",", "@", "`", "~", "😀"];

    /// <summary>A text, and what reading it must show.</summary>
    public static (string Text, string Shown) Write(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var shown = new StringBuilder();
        Map(random, text, shown, 0, 0);
        return (random.Next(4) == 0 ? text.ToString().ReplaceLineEndings("\r\n") : text.ToString(), shown.ToString());
    }

    /// <summary>The text with a few pieces put in, taken out or doubled.</summary>
    public static string Damage(string text, int seed)
    {
        var random = new Random(seed);
        var damaged = new StringBuilder(text);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(damaged.Length + 1);
            var length = Math.Min(random.Next(1, 12), damaged.Length - at);
            switch (random.Next(3))
            {
                case 0:
                    damaged.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1:
                    damaged.Remove(at, length);
                    break;
                default:
                    damaged.Insert(at, damaged.ToString(at, length));
                    break;
            }
        }

        return damaged.ToString();
    }

    public static string Noise(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = random.Next(60); i > 0; i--)
        {
            text.Append(random.Next(4) switch
            {
                0 => ((char)random.Next(0x10000)).ToString(),
                1 => PlainWords[random.Next(PlainWords.Length)],
                _ => Pieces[random.Next(Pieces.Length)],
            });
        }

        return text.ToString();
    }

    private static void Map(Random random, StringBuilder text, StringBuilder shown, int indent, int depth)
    {
        shown.Append('{');
        var count = random.Next(1, 13);
        for (var i = 0; i < count; i++)
        {
            text.Append(' ', i == 0 && text.Length > 0 && text[^1] == ' ' ? 0 : indent).Append($"k{i}:");
            shown.Append(i == 0 ? "" : ", ").Append($"k{i}: ");
            Value(random, text, shown, indent, depth);
        }

        shown.Append('}');
    }

    private static void Value(Random random, StringBuilder text, StringBuilder shown, int indent, int depth)
    {
        switch (depth < 4 ? random.Next(8) : random.Next(4, 8))
        {
            case 0:
                text.Append(random.Next(2) == 0 ? "  # comment\n" : "\n");
                Map(random, text, shown, indent + random.Next(1, 4), depth + 1);
                break;
            case 1:
                text.Append('\n');
                List(random, text, shown, indent + random.Next(3), depth + 1);
                break;
            case 2:
                text.Append(' ');
                Flow(random, text, shown, indent + 1, depth + 1);
                text.Append('\n');
                break;
            case 3:
                Block(random, text, shown, indent);
                break;
            case 4:
                text.Append('\n');
                shown.Append('~');
                break;
            default:
                text.Append(' ');
                Scalar(random, text, shown, isFlow: false);
                text.Append(random.Next(4) == 0 ? "   # comment: x\n" : "\n");
                break;
        }
    }

    private static void List(Random random, StringBuilder text, StringBuilder shown, int indent, int depth)
    {
        shown.Append('[');
        var count = random.Next(1, 5);
        for (var i = 0; i < count; i++)
        {
            shown.Append(i == 0 ? "" : ", ");
            text.Append(' ', indent).Append('-');
            if (depth < 4 && random.Next(3) == 0)
            {
                text.Append(' ');
                Map(random, text, shown, indent + 2, depth + 1);
            }
            else
            {
                Value(random, text, shown, indent + 1, Math.Max(depth, 4));
            }
        }

        shown.Append(']');
    }

    private static void Flow(Random random, StringBuilder text, StringBuilder shown, int indent, int depth)
    {
        var isMap = random.Next(2) == 0;
        text.Append(isMap ? '{' : '[');
        shown.Append(isMap ? '{' : '[');
        var count = random.Next(4);
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(random.Next(5) == 0 ? "\n" + new string(' ', indent + 1) : " ");
            shown.Append(i == 0 ? "" : ", ");
            if (isMap)
            {
                var isQuoted = random.Next(3) == 0;
                text.Append(isQuoted ? $"\"k{i}\": " : $"k{i}: ");
                shown.Append(isQuoted ? $"\"k{i}\": " : $"k{i}: ");
            }

            if (depth < 5 && random.Next(3) == 0)
            {
                Flow(random, text, shown, indent, depth + 1);
            }
            else
            {
                Scalar(random, text, shown, isFlow: true);
            }
        }

        text.Append(random.Next(2) == 0 ? " " : "").Append(isMap ? '}' : ']');
        shown.Append(isMap ? '}' : ']');
    }

    private static void Block(Random random, StringBuilder text, StringBuilder shown, int indent)
    {
        var isLiteral = random.Next(2) == 0;
        var isKept = random.Next(2) == 0;
        text.Append(isLiteral ? " |" : " >").Append(isKept ? "\n" : "-\n");
        var margin = new string(' ', indent + random.Next(1, 4));
        text.Append(margin).Append("first: x\n").Append(margin).Append("second # x\n");
        shown.Append("\"first: x").Append(isLiteral ? '\n' : ' ').Append("second # x").Append(isKept ? "\n" : "").Append('"');
    }

    private static void Scalar(Random random, StringBuilder text, StringBuilder shown, bool isFlow)
    {
        var value = Texts[random.Next(Texts.Length)];
        switch (random.Next(3))
        {
            case 0:
                var word = PlainWords[random.Next(PlainWords.Length)];
                word = isFlow && word.Contains('?', StringComparison.Ordinal) ? "y" : word;
                text.Append(word);
                shown.Append(word);
                break;
            case 1 when !value.AsSpan().ContainsAny('\n', '\u0085'):
                text.Append('\'').Append(value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
                shown.Append('"').Append(value).Append('"');
                break;
            default:
                text.Append(JsonSerializer.Serialize(value));
                shown.Append('"').Append(value).Append('"');
                break;
        }
    }
}
