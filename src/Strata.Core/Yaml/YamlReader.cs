using System.Buffers;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Yaml;

/// <summary>
/// Reads YAML (and JSON, which is YAML) into a positioned tree, by the rules of gopkg.in/yaml.v3 that Pulumi reads the same
/// file with: aliases resolved, <c>&lt;&lt;</c> applied with explicit keys winning, a key given twice an error.
/// </summary>
public static class YamlReader
{
    /// <summary>What yaml.v3 refuses anywhere in a file: control characters other than tab and line breaks.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085')), '\uFFFE', '\uFFFF']);

    /// <summary>
    /// The tree of the file's only document; an empty document is an empty map. Null when the text cannot be read, and then
    /// there is an error; an error alone (a key given twice, say) does not make the tree null. Never throws.
    /// </summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics, YamlLimits? limits = null)
    {
        limits ??= YamlLimits.Default;
        if (source.Content.Length > limits.Characters)
        {
            diagnostics.Add(YamlErrors.TooLarge(new SourceSpan(source, 0, 0), source.Content.Length, limits.Characters));
            return null;
        }

        if (source.Content.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at)
        {
            diagnostics.Add(YamlErrors.ControlCharacter(new SourceSpan(source, at, at + 1), $"U+{(int)source.Content[at]:X4}"));
            return null;
        }

        return new YamlTreeReader(source, diagnostics, limits).ReadDocument();
    }
}
