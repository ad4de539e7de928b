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
            var next = code.AsSpan(at).IndexOfAny('#', '"', '\'');
            var start = next < 0 ? code.Length : at + next;
            shape.Append(code, at, start - at);
            at = start;
            if (at == code.Length)
            {
                break;
            }

            if (code[at] == '#')
            {
                at = EndOfLine(code, at);
                continue;
            }

            var quotes = code.AsSpan(at).StartsWith(TripleOf(code[at])) ? 3 : 1;
            var end = EndOfText(code, at, quotes);
            shape.Append(IsPlain(code, at, end, quotes) ? "\"\"" : code.AsSpan(at, end - at));
            at = end;
        }

        return shape.ToString();
    }

    /// <summary>Words that have what no reserved word has, and are no operators: paths, tags, names with dashes. Here-documents end by a word, and stay.</summary>
    public static string OfShell(string code) => code.Contains("<<", StringComparison.Ordinal) ? code : Word().Replace(code, "w.w");

    private static int EndOfLine(string code, int at) => code.IndexOf('\n', at) is >= 0 and var end ? end : code.Length;

    private static string TripleOf(char quote) => quote == '"' ? "\"\"\"" : "'''";

    /// <summary>A closed text with no escape and no letter before it, which would make it another kind of text.</summary>
    private static bool IsPlain(string code, int at, int end, int quotes)
    {
        var (open, close) = (at + quotes, end - quotes);
        if (close < open || !code.AsSpan(0, end).EndsWith(code.AsSpan(at, quotes), StringComparison.Ordinal))
        {
            return false;
        }

        var text = code.AsSpan(open, close - open);
        return !text.Contains('\\') && (quotes == 3 || !text.Contains('\n')) && (at == 0 || !char.IsAsciiLetter(code[at - 1]));
    }

    /// <summary>After the closing quotes; at the end of a line, or of everything, where they are missing.</summary>
    private static int EndOfText(string code, int start, int quotes)
    {
        for (var at = start + quotes; at < code.Length; at++)
        {
            var next = code.AsSpan(at).IndexOfAny('\\', code[start], '\n');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (code[at] == '\\')
            {
                at++;
            }
            else if (code[at] == code[start] && code.AsSpan(at).StartsWith(code.AsSpan(start, quotes)))
            {
                return at + quotes;
            }
            else if (code[at] == '\n' && quotes == 1)
            {
                return at;
            }
        }

        return code.Length;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_./:@-])[A-Za-z0-9_][A-Za-z0-9_/:@-]*[./:@-][A-Za-z0-9_./:@-]*")]
    private static partial Regex Word();
}
