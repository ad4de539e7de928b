using System.Globalization;
using System.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>
/// The text a value of a stack file reaches the program as: single values as yaml.v3 reads them, maps and lists as Go's
/// encoding/json writes them (keys sorted, <c>&lt; &gt; &amp;</c> escaped). A secure value is stars, about as many as its plaintext.
/// </summary>
internal static class EngineText
{
    public static string Of(YamlNode node)
    {
        if (node is YamlScalar scalar)
        {
            return scalar.IsPlain ? PlainScalar.Read(scalar.Text).Text : scalar.Text;
        }

        if (SecureValue.TextOf(node) is { } ciphertext)
        {
            return Stars(ciphertext);
        }

        var json = new StringBuilder();
        Append(json, node);
        return json.ToString();
    }

    /// <summary>The bytes of a text as a JSON string of Go's, quotes included.</summary>
    public static int QuotedSize(string text)
    {
        var size = Encoding.UTF8.GetByteCount(text) + 2;
        foreach (var c in text)
        {
            size += EscapeOf(c) is { } escape ? escape.Length - (c < 0x80 ? 1 : 3) : 0;
        }

        return size;
    }

    private static void Append(StringBuilder json, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsPlain: true } scalar:
                AppendPlain(json, PlainScalar.Read(scalar.Text));
                break;
            case YamlScalar scalar:
                Quote(json, scalar.Text);
                break;
            case YamlSequence sequence:
                AppendList(json, sequence);
                break;
            case YamlMapping when SecureValue.TextOf(node) is { } ciphertext:
                Quote(json, Stars(ciphertext));
                break;
            case YamlMapping mapping:
                AppendMap(json, mapping);
                break;
        }
    }

    private static void AppendPlain(StringBuilder json, PlainScalar value)
    {
        switch (value.Kind)
        {
            case PlainScalarKind.Null:
                json.Append("null");
                break;
            case PlainScalarKind.Boolean or PlainScalarKind.Integer or PlainScalarKind.Float:
                json.Append(value.Text);
                break;
            default:
                Quote(json, value.Text);
                break;
        }
    }

    private static void AppendList(StringBuilder json, YamlSequence sequence)
    {
        json.Append('[');
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            Append(json, sequence.Items[i]);
        }

        json.Append(']');
    }

    private static void AppendMap(StringBuilder json, YamlMapping mapping)
    {
        json.Append('{');
        var separator = "";
        foreach (var entry in mapping.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal))
        {
            json.Append(separator);
            Quote(json, Of(entry.Key));
            json.Append(':');
            Append(json, entry.Value);
            separator = ",";
        }

        json.Append('}');
    }

    private static void Quote(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = EscapeOf(c) is { } escape ? json.Append(escape) : json.Append(c);
        }

        json.Append('"');
    }

    /// <summary>Null for a character that stands for itself.</summary>
    private static string? EscapeOf(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => null,
    };

    /// <summary>Every kind of ciphertext ends in base 64 of the encrypted bytes, four characters for three.</summary>
    private static string Stars(string ciphertext) => new('*', (ciphertext.Length - ciphertext.LastIndexOf(':') - 1) * 3 / 4);
}
