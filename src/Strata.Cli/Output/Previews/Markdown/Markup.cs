using System.Text;
using System.Text.RegularExpressions;
using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>
/// Text of others in a comment, so that it stays text on GitHub and on GitLab: no markup, no tags, no mention, no reference to an issue,
/// no link, no formula, and no line that begins with <c>/</c>, which GitLab would carry out.
/// </summary>
internal static partial class Markup
{
    private const string Gap = "&#8203;";

    /// <summary>A name or value as a code span, which may stand in a table.</summary>
    public static string Code(string text)
    {
        text = DisplayText.OneLine(text);
        if (text.Trim().Length == 0)
        {
            return "` `";
        }

        var fence = new string('`', LongestRun(text) + 1);
        var pad = text.StartsWith('`') || text.EndsWith('`') || (text.StartsWith(' ') && text.EndsWith(' ')) ? " " : "";

        // In a table GitHub takes the backslash before | away; a backslash before it would undo that, so the pipe is replaced then.
        return $"{fence}{pad}{text.Replace("\\|", "\\¦", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}{pad}{fence}";
    }

    /// <summary>A sentence that may hold names of others, for paragraphs, lists and tables.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        var line = DisplayText.OneLine(text);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            _ = c switch
            {
                '<' => shown.Append("&lt;"),
                '>' => shown.Append("&gt;"),
                '&' => shown.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '$' or '~' => shown.Append('\\').Append(c),
                _ => shown.Append(c),
            };
            var next = i + 1 < line.Length ? line[i + 1] : ' ';
            if (IsSigil(c) && !char.IsWhiteSpace(next))
            {
                shown.Append(Gap);
            }
            else if ((c is ':' && next == '/') || (next == '.' && line.AsSpan(0, i + 1).EndsWith("www", StringComparison.OrdinalIgnoreCase)))
            {
                shown.Append(Gap);
            }
        }

        return LeadingMark().Replace(shown.ToString(), $"{Gap}$0");
    }

    /// <summary>For places where GitHub reads HTML and not Markdown, such as a summary.</summary>
    public static string Html(string text) => DisplayText.OneLine(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Lines in a fence that none of them can close.</summary>
    public static void Fence(StringBuilder text, string language, IEnumerable<string> lines)
    {
        List<string> all = [.. lines];
        var fence = new string('`', Math.Max(3, all.Select(LongestRun).DefaultIfEmpty().Max() + 1));
        text.Append(fence).Append(language).Append('\n');
        foreach (var line in all)
        {
            text.Append(line).Append('\n');
        }

        text.Append(fence).Append('\n');
    }

    // What GitHub or GitLab makes a mention or a reference of: people, issues, merge requests, milestones, labels, epics, snippets.
    private static bool IsSigil(char c) => c is '@' or '#' or '!' or '%' or '~' or '$' or '^' or '&';

    private static int LongestRun(string text) => Ticks().Matches(text).Select(match => match.Length).DefaultIfEmpty().Max();

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"^(?=[/+=-]|\d+[.)])")]
    private static partial Regex LeadingMark();
}
