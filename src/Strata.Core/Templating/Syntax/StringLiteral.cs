using System.Globalization;
using System.Text;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Text in quotes: <c>"…"</c> and <c>'…'</c> with escapes, <c>`…`</c> as it is.</summary>
internal static class StringLiteral
{
    /// <summary>Reads from the opening quote at <paramref name="at"/> past the closing one; null when there is none.</summary>
    public static string? Read(SourceText source, DiagnosticBag diagnostics, ref int at)
    {
        var text = source.Content;
        var quote = text[at++];
        var value = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] != '\\' || quote == '`')
            {
                value.Append(text[at++]);
            }
            else if (Escape(text, at) is var (character, length))
            {
                value.Append(character);
                at += length;
            }
            else
            {
                var end = Math.Min(at + 2, text.Length);
                diagnostics.Add(TemplateErrors.UnknownEscape(new SourceSpan(source, at, end), text[at..end]));
                at = end;
            }
        }

        return at++ < text.Length ? value.ToString() : null;
    }

    private static (char Character, int Length)? Escape(string text, int at) => (at + 1 < text.Length ? text[at + 1] : '\0') switch
    {
        'n' => ('\n', 2),
        'r' => ('\r', 2),
        't' => ('\t', 2),
        'b' => ('\b', 2),
        'f' => ('\f', 2),
        '\\' => ('\\', 2),
        '"' => ('"', 2),
        '\'' => ('\'', 2),
        'u' => Code(text, at + 2, 4),
        'x' => Code(text, at + 2, 2),
        _ => null,
    };

    private static (char Character, int Length)? Code(string text, int at, int digits) =>
        at + digits <= text.Length && int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? ((char)code, digits + 2)
            : null;
}
