using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Strata.Templating;

/// <summary>Scriban's functions of <c>string</c>. Case and comparison are the invariant culture's and ordinal.</summary>
internal static class StringFunctions
{
    private static readonly Parameter Input = new("text", ArgumentKind.Text);

    public static readonly TemplateFunction[] All =
    [
        Of("append", [Text("with")], call => call.Text(0) + call.Text(1)),
        Of("base64_decode", [], Decode),
        Of("base64_encode", [], call => Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Text(0)))),
        Of("capitalize", [], call => Capitalize(call.Text(0))),
        Of("capitalizewords", [], call => string.Join(' ', call.Text(0).Split(' ').Select(Capitalize))),
        Of("contains", [Text("value")], call => call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)),
        Of("downcase", [], call => call.Text(0).ToLowerInvariant()),
        Of("empty", [], call => call.Text(0).Length == 0),
        Of("ends_with", [Text("value")], call => call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)),
        Of("equals_ignore_case", [Text("value")], call => call.Text(0).Equals(call.Text(1), StringComparison.OrdinalIgnoreCase)),
        Of("escape", [], call => Escape(call.Text(0))),
        Of("handleize", [], call => Handle(call.Text(0))),
        Of("index_of", [Text("search")], call => call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal)),
        Of("literal", [], call => $"\"{Escape(call.Text(0))}\""),
        Of("lstrip", [], call => call.Text(0).TrimStart()),
        Of("pad_left", [Whole("width")], call => call.Text(0).PadLeft(Width(call))),
        Of("pad_right", [Whole("width")], call => call.Text(0).PadRight(Width(call))),
        new("string.pluralize", [new("number", ArgumentKind.Number), Text("singular"), Text("plural")], call => call[call.Number(0) == 1 ? 1 : 2]),
        Of("prepend", [Text("by")], call => call.Text(1) + call.Text(0)),
        Of("remove", [Text("remove")], call => Replaced(call, "")),
        Of("remove_first", [Text("remove")], call => ReplacedOnce(call.Text(0), call.Text(1), "", call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal))),
        Of("remove_last", [Text("remove")], call => ReplacedOnce(call.Text(0), call.Text(1), "", call.Text(0).LastIndexOf(call.Text(1), StringComparison.Ordinal))),
        Of("replace", [Text("match"), Text("replace")], call => Replaced(call, call.Text(2))),
        Of("replace_first", [Text("match"), Text("replace")], call => ReplacedOnce(call.Text(0), call.Text(1), call.Text(2), call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal))),
        Of("rstrip", [], call => call.Text(0).TrimEnd()),
        Of("sha256", [], call => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Text(0))))),
        Of("size", [], call => call.Text(0).Length),
        Of("slice", [Whole("start"), new("length", ArgumentKind.Whole, IsOptional: true)], Slice),
        Of("split", [Text("match")], Split),
        Of("starts_with", [Text("value")], call => call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal)),
        Of("strip", [], call => call.Text(0).Trim()),
        Of("strip_newlines", [], call => call.Text(0).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)),
        Of("to_double", [], call => double.TryParse(call.Text(0), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : TemplateValue.Null),
        Of("to_int", [], ToWhole),
        Of("to_long", [], ToWhole),
        Of("truncate", [Whole("length"), new("ellipsis", ArgumentKind.Text, IsOptional: true)], Truncate),
        Of("truncatewords", [Whole("count"), new("ellipsis", ArgumentKind.Text, IsOptional: true)], TruncateWords),
        Of("upcase", [], call => call.Text(0).ToUpperInvariant()),
        Of("whitespace", [], call => string.IsNullOrWhiteSpace(call.Text(0))),
    ];

    private static TemplateFunction Of(string name, Parameter[] others, Func<FunctionCall, TemplateValue> body) => new($"string.{name}", [Input, .. others], body);

    private static Parameter Text(string name) => new(name, ArgumentKind.Text);

    private static Parameter Whole(string name) => new(name, ArgumentKind.Whole);

    private static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static TemplateValue Decode(FunctionCall call)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(call.Text(0)));
        }
        catch (FormatException)
        {
            throw call.Wrong(0, "text in base 64");
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append(@"\\"),
                _ when char.IsControl(c) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static string Handle(string text)
    {
        var handle = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                handle.Append(char.ToLowerInvariant(c));
            }
            else if (handle.Length > 0 && handle[^1] != '-')
            {
                handle.Append('-');
            }
        }

        return handle.ToString().TrimEnd('-');
    }

    private static int Width(FunctionCall call)
    {
        var width = call.Whole(1);
        if (width < 0)
        {
            throw call.Wrong(1, "a number from 0 on");
        }

        call.Expect(width);
        return (int)width;
    }

    private static string Replaced(FunctionCall call, string by)
    {
        var (text, match) = (call.Text(0), call.Text(1));
        if (match.Length == 0)
        {
            throw call.Wrong(1, "text of at least one character");
        }

        // Every match may grow: say so before it does.
        call.Expect(text.Length + ((long)text.Length / match.Length * Math.Max(0, by.Length - match.Length)));
        return text.Replace(match, by, StringComparison.Ordinal);
    }

    private static string ReplacedOnce(string text, string match, string by, int at) => at < 0 ? text : text[..at] + by + text[(at + match.Length)..];

    /// <summary>A negative start counts from the end; length 0 means all that is left, as in Scriban.</summary>
    private static TemplateValue Slice(FunctionCall call)
    {
        var (text, start, length) = (call.Text(0), call.Whole(1), call.Has(2) ? call.Whole(2) : 0);
        start = start < 0 ? start + text.Length : start;
        if (start < 0 || start > text.Length)
        {
            throw call.Wrong(1, $"a place within the {text.Length} characters of the text");
        }

        if (length < 0)
        {
            throw call.Wrong(2, "a number from 0 on");
        }

        var left = text.Length - start;
        return text.Substring((int)start, (int)(length == 0 ? left : Math.Min(length, left)));
    }

    private static TemplateValue Split(FunctionCall call)
    {
        if (call.Text(1).Length == 0)
        {
            throw call.Wrong(1, "text of at least one character");
        }

        call.Expect(call.Text(0).Length);
        return TemplateValue.List(call.Text(0).Split(call.Text(1), StringSplitOptions.RemoveEmptyEntries).Select(part => (TemplateValue)part));
    }

    private static TemplateValue ToWhole(FunctionCall call) =>
        long.TryParse(call.Text(0), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : TemplateValue.Null;

    private static TemplateValue Truncate(FunctionCall call)
    {
        var (text, length, ellipsis) = (call.Text(0), call.Whole(1), call.Has(2) ? call.Text(2) : "...");
        if (length < 0)
        {
            throw call.Wrong(1, "a number from 0 on");
        }

        if (text.Length <= length)
        {
            return text;
        }

        return length <= ellipsis.Length ? ellipsis[..(int)length] : text[..((int)length - ellipsis.Length)] + ellipsis;
    }

    private static TemplateValue TruncateWords(FunctionCall call)
    {
        var words = call.Text(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var count = call.Whole(1);
        return count < 0 ? throw call.Wrong(1, "a number from 0 on")
            : words.Length <= count ? string.Join(' ', words)
            : string.Join(' ', words.Take((int)count)) + (call.Has(2) ? call.Text(2) : "...");
    }
}
