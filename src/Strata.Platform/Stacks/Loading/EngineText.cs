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
        var json = new StringBuilder(text.Length + 2);
        Quote(json, text);
        var size = 0;
        foreach (var chunk in json.GetChunks())
        {
            size += Encoding.UTF8.GetByteCount(chunk.Span);
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
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }

    /// <summary>Every kind of ciphertext ends in base 64 of the encrypted bytes, four characters for three.</summary>
    private static string Stars(string ciphertext) => new('*', (ciphertext.Length - ciphertext.LastIndexOf(':') - 1) * 3 / 4);
}
