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
    /// <param name="problem">What the parser said; null when it failed without a word.</param>
    /// <param name="lastEnd">Where the last thing that was read ends: the best place known when the parser gives none.</param>
    /// <param name="openBrackets">Offsets of the brackets that were open, the innermost last.</param>
    public static Diagnostic Problem(SourceText source, YamlException? problem, int lastEnd, IReadOnlyList<int> openBrackets)
    {
        var at = problem is null ? lastEnd : Math.Max((int)Math.Clamp(problem.End.Index, 0, source.Content.Length), lastEnd);
        var message = problem?.Message ?? "";
        if (TabNear(source, at) is { } tab)
        {
            return YamlErrors.TabIndentation(Span(source, tab));
        }

        if (message.Contains("quoted scalar", StringComparison.Ordinal) && !message.Contains("escape", StringComparison.Ordinal) && !message.Contains("Unicode", StringComparison.Ordinal))
        {
            return YamlErrors.UnclosedQuote(Span(source, (int)problem!.Start.Index));
        }

        if (openBrackets.Count > 0)
        {
            var open = openBrackets[^1];
            return YamlErrors.UnclosedBracket(Span(source, open), source.Content[open].ToString(), Span(source, at));
        }

        if (message.Contains("invalid mapping", StringComparison.Ordinal) || message.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase))
        {
            return YamlErrors.ColonInText(Span(source, at));
        }

        if (message.Contains("cannot start any token", StringComparison.Ordinal))
        {
            var start = Math.Min((int)problem!.Start.Index, Math.Max(source.Content.Length - 1, 0));
            return YamlErrors.SpecialCharacter(Span(source, start), source.Content[start].ToString());
        }

        return YamlErrors.Syntax(Span(source, at), Sentence(message));
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

    private static string Sentence(string message)
    {
        var text = message.Trim().TrimEnd('.');
        return text.Length == 0 ? "The text breaks off in a way YAML does not allow" : text;
    }
}
