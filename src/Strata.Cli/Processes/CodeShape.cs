using System.Text;
using System.Text.RegularExpressions;

namespace Strata.Cli.Processes;

/// <summary>
/// What of a program decides whether it can be parsed: files of many stacks from one template differ in names alone, and need a
/// parser once. What is left out is replaced by the same mark, and is so plain that a parser could not care.
/// </summary>
internal static partial class CodeShape
{
    /// <summary>Texts in quotes without an escape in them, which are whole tokens whatever they say. Formatted ones stay.</summary>
    public static string OfPython(string code)
    {
        var shape = new StringBuilder(code.Length);
        for (var at = 0; at < code.Length;)
        {
            var c = code[at];
            if (c == '#')
            {
                at = EndOfLine(code, at);
            }
            else if (c is not ('"' or '\''))
            {
                shape.Append(c);
                at++;
            }
            else
            {
                var quotes = code.AsSpan(at).StartsWith(new string(c, 3)) ? new string(c, 3) : c.ToString();
                var end = EndOfText(code, at + quotes.Length, quotes);
                var isClosed = end - quotes.Length >= at + quotes.Length && code.AsSpan(0, end).EndsWith(quotes, StringComparison.Ordinal);
                var text = isClosed ? code[(at + quotes.Length)..(end - quotes.Length)] : "";
                var isPlain = isClosed && !text.Contains('\\', StringComparison.Ordinal) && (quotes.Length == 3 || !text.Contains('\n', StringComparison.Ordinal)) && (at == 0 || !char.IsAsciiLetter(code[at - 1]));
                shape.Append(isPlain ? "\"\"" : code.AsSpan(at, end - at));
                at = end;
            }
        }

        return shape.ToString();
    }

    /// <summary>Words that have what no reserved word has, and are no operators: paths, tags, names with dashes. Here-documents end by a word, and stay.</summary>
    public static string OfShell(string code) => code.Contains("<<", StringComparison.Ordinal) ? code : Word().Replace(code, "w.w");

    private static int EndOfLine(string code, int at) => code.IndexOf('\n', at) is >= 0 and var end ? end : code.Length;

    /// <summary>After the closing quotes; at the end of a line, or of everything, where they are missing.</summary>
    private static int EndOfText(string code, int at, string quotes)
    {
        for (; at < code.Length; at++)
        {
            if (code[at] == '\\')
            {
                at++;
            }
            else if (code.AsSpan(at).StartsWith(quotes, StringComparison.Ordinal))
            {
                return at + quotes.Length;
            }
            else if (code[at] == '\n' && quotes.Length == 1)
            {
                return at;
            }
        }

        return code.Length;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_./:@-])[A-Za-z0-9_][A-Za-z0-9_/:@-]*[./:@-][A-Za-z0-9_./:@-]*")]
    private static partial Regex Word();
}
