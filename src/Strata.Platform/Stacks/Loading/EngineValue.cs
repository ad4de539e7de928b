using System.Text;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>One value as the engine passes it: a text, which is JSON when the value was a map or a list.</summary>
internal static class EngineValue
{
    /// <summary>The place of a value that stands in no file: <c>config strata:storage(1,1)</c>.</summary>
    public static SourceSpan Place(string key) => new(new SourceText($"config {key}", ""), 0, 0);

    public static YamlNode Parse(ConfigKey key, string value, DiagnosticBag diagnostics)
    {
        if (IsJson(value))
        {
            var json = new SourceText($"config {key}", EscapeForYaml(value));
            return YamlReader.Read(json, diagnostics) ?? new YamlMapping(new SourceSpan(json, 0, 0), []);
        }

        // A text that YAML would read as it stands may have been written without quotes; any other cannot.
        var plain = PlainScalar.Read(value);
        var isPlain = plain.Text == value && plain.Kind is PlainScalarKind.Text or PlainScalarKind.Boolean or PlainScalarKind.Integer or PlainScalarKind.Float;
        return new YamlScalar(new SourceSpan(new SourceText($"config {key}", value), 0, value.Length), value, isPlain);
    }

    /// <summary>Whether a node of the stack file is what reached the program as this text.</summary>
    public static bool IsSame(YamlNode written, ConfigKey key, string value)
    {
        var text = EngineText.Of(written);
        return text == value || (written is not YamlScalar && IsJson(value) && EngineText.Of(Parse(key, value, [])) == text);
    }

    private static bool IsJson(string value)
    {
        if (!value.StartsWith('{') && !value.StartsWith('['))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = 512 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// JSON allows a few characters in texts that YAML takes for line breaks or refuses: DEL, the C1 controls, the line and
    /// paragraph separators, and two non-characters. As escapes they mean the same to both.
    /// </summary>
    private static string EscapeForYaml(string json)
    {
        var escaped = new StringBuilder(json.Length);
        foreach (var c in json)
        {
            _ = c is (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF'
                ? escaped.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture))
                : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
