using Strata.Diagnostics;
using Strata.Text;
using YamlDotNet.Core;

namespace Strata.Yaml;

/// <summary>
/// Turns a failure of the parser into a problem someone can mend. The parser says what it was doing; people need to know
/// what they wrote: a tab, a bracket or quote that is never closed, a ': ' or a special character in unquoted text.
/// </summary>
internal static class YamlSyntax
{
    private static readonly (string Part, string Words)[] Known =
    [
        ("did not find expected key", "a key with a ':' behind it is expected here, indented like the keys above"),
        ("expected '-' indicator", "an item that begins with '- ' is expected here, or the list above ends and this line is indented too far"),
        ("sequence entries are not allowed", "a list cannot begin behind a key on the same line; begin it on the next line, or write '[...]'"),
        ("unknown escape character", "in double quotes a '\\' begins an escape, and this is none; write '\\\\' for a backslash, or use single quotes"),
        ("did not find expected node content", "a value is expected here"),
        ("<document start>", "something more follows after the end of the whole value"),
        ("<document end>", "something more follows after the end of the whole value"),
        ("anchor or alias", "'&' marks a value and '*' uses a marked one, and each needs a name behind it; put text that begins so in quotes"),
    ];

    /// <param name="problem">What the parser said; null when it failed without a word.</param>
    /// <param name="lastEnd">Where the last thing that was read ends: the best place known when the parser gives none.</param>
    /// <param name="openBrackets">Offsets of the brackets that were open, the innermost last.</param>
    public static Diagnostic Problem(SourceText source, YamlException? problem, int lastEnd, IReadOnlyList<int> openBrackets)
    {
        var at = problem is null ? lastEnd : Math.Max((int)Math.Clamp(problem.End.Index, 0, source.Content.Length), lastEnd);
        var message = problem?.Message ?? "";
        // Between brackets tabs are allowed, and before the last value that was read they did no harm.
        if (openBrackets.Count == 0 && TabNear(source, at) is { } tab && tab >= lastEnd)
        {
            return YamlErrors.TabIndentation(Span(source, tab));
        }

        if (Has("quoted scalar") && !Has("escape") && !Has("Unicode"))
        {
            return YamlErrors.UnclosedQuote(Span(source, (int)problem!.Start.Index));
        }

        if (openBrackets.Count > 0)
        {
            var open = openBrackets[^1];
            return YamlErrors.UnclosedBracket(Span(source, open), source.Content[open].ToString(), Span(source, at));
        }

        if (Has("invalid mapping") || Has("mapping values are not allowed"))
        {
            return YamlErrors.ColonInText(Span(source, at));
        }

        if (Has("cannot start any token"))
        {
            var start = Math.Min((int)problem!.Start.Index, source.Content.Length - 1);
            return YamlErrors.SpecialCharacter(Span(source, start), source.Content[start].ToString());
        }

        return YamlErrors.Syntax(Span(source, at), Explain(message));

        bool Has(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A tab in the indentation of the line of a failure, or of the line after it or before it: the parser notices some tabs
    /// late, and some as something else on the line they follow.
    /// </summary>
    private static int? TabNear(SourceText source, int at)
    {
        var line = source.PositionAt(at).Line;
        for (var candidate = Math.Max(1, line - 1); candidate <= line + 1; candidate++)
        {
            var text = source.LineAt(candidate);
            var indentation = text[..(text.Length - text.TrimStart(" \t").Length)];
            var tab = indentation.IndexOf('\t');
            if (tab >= 0 && indentation.Length < text.Length && text[indentation.Length] != '#')
            {
                return source.OffsetOf(candidate) + tab;
            }
        }

        return null;
    }

    private static SourceSpan Span(SourceText source, int at)
    {
        at = Math.Clamp(at, 0, source.Content.Length);
        return new SourceSpan(source, at, Math.Min(at + 1, source.Content.Length));
    }

    /// <summary>What the parser missed, in words that need no knowledge of parsers; its own words for what is rare.</summary>
    private static string Explain(string message) => Array.Find(Known, k => message.Contains(k.Part, StringComparison.OrdinalIgnoreCase)).Words
        ?? (message.Length == 0 ? "the text breaks off in a way YAML does not allow" : message.Trim().TrimEnd('.'));
}
