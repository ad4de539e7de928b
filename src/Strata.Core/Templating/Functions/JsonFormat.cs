using System.Buffers;
using System.Globalization;
using System.Text;

namespace Strata.Templating;

/// <summary>JSON: on one line, or with lines indented by some spaces.</summary>
internal static class JsonFormat
{
    /// <summary>What stands in quotes as it is.</summary>
    private static readonly SearchValues<char> Bare = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('"' or '\\'))]);

    public static string Write(TemplateValue value, int spaces, BoundedText text)
    {
        Write(value, spaces, 0, text);
        return text.Finish();
    }

    /// <summary>Text in double quotes: in JSON, and just so in YAML and Python. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Quoted(string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(Bare))
        {
            return $"\"{value}\"";
        }

        var quoted = new StringBuilder("\"", value.Length + 8);
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= 0x7f and <= 0x9f) or 0x2028 or 0x2029 or 0xfeff or 0xfffe or 0xffff => quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                <= char.MaxValue => quoted.Append((char)rune.Value),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static void Write(TemplateValue value, int spaces, int depth, BoundedText text)
    {
        switch (value)
        {
            case TemplateText written:
                text.Add(Quoted(written.Text));
                break;
            case TemplateFloat number:
                text.Add(Number(number));
                break;
            case TemplateList list:
                text.Add("[");
                for (var i = 0; i < list.Items.Length; i++)
                {
                    NewLine(i == 0 ? "" : ",", spaces, depth + 1, text);
                    Write(list.Items[i], spaces, depth + 1, text);
                }

                Close("]", list.Items.Length, spaces, depth, text);
                break;
            case TemplateMap map:
                text.Add("{");
                for (var i = 0; i < map.Names.Length; i++)
                {
                    NewLine(i == 0 ? "" : ",", spaces, depth + 1, text);
                    text.Add(Quoted(map.Names[i])).Add(spaces > 0 ? ": " : ":");
                    Write(map.Values[i], spaces, depth + 1, text);
                }

                Close("}", map.Names.Length, spaces, depth, text);
                break;
            default:
                text.Add(Truth.TextOf(value) ?? "null");
                break;
        }
    }

    private static void Close(string bracket, int items, int spaces, int depth, BoundedText text)
    {
        NewLine("", items > 0 ? spaces : 0, depth, text);
        text.Add(bracket);
    }

    private static void NewLine(string before, int spaces, int depth, BoundedText text)
    {
        text.Add(before);
        if (spaces > 0)
        {
            text.Add("\n").Add(depth * spaces, ' ');
        }
    }

    /// <summary>JSON has no infinity; null is what most writers put for it.</summary>
    private static string Number(TemplateFloat number) => double.IsFinite(number.Number) ? number.Text : "null";
}
