using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Cuts a template into text and code, and applies white space control on the way.</summary>
internal sealed class TemplateLexer(SourceText source, DiagnosticBag diagnostics)
{
    private readonly string _text = source.Content;
    private readonly List<Token> _tokens = [];

    public IReadOnlyList<Token> Read()
    {
        var (at, textStart) = (0, 0);
        while (at < _text.Length)
        {
            if (_text[at] == '{' && EscapeLevel(at) is > 0 and var level)
            {
                AddText(textStart, at, Strip(at + level + 2), keepsIndent: false);
                at = textStart = ReadEscape(at, level);
            }
            else if (StartsWith(at, "{{"))
            {
                var strip = Strip(at + 2);
                var indent = AddText(textStart, at, strip, keepsIndent: true);
                _tokens.Add(new Token(TokenKind.CodeStart, at, at + 2, indent));
                at = textStart = new CodeLexer(source, diagnostics, _tokens).Read(at, at + 2 + (strip == ' ' ? 0 : 1));
            }
            else
            {
                at++;
            }
        }

        AddText(textStart, _text.Length, ' ', keepsIndent: false);
        _tokens.Add(new Token(TokenKind.End, _text.Length, _text.Length, ""));
        return _tokens;
    }

    /// <summary>Where text goes on after a code or escape block that ends at <paramref name="at"/> with a strip sign.</summary>
    public static int SkipAfter(string text, int at, char strip)
    {
        if (strip == '-')
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }
        else if (strip == '~')
        {
            while (at < text.Length && text[at] != '\n' && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            at += at < text.Length && text[at] == '\n' ? 1 : 0;
        }

        return at;
    }

    private bool StartsWith(int at, string what) => string.CompareOrdinal(_text, at, what, 0, what.Length) == 0;

    private char Strip(int at) => at < _text.Length && _text[at] is '-' or '~' ? _text[at] : ' ';

    /// <summary>Adds the text before a block and gives the indentation of the block's line, empty unless the line begins with it.</summary>
    private string AddText(int start, int end, char strip, bool keepsIndent)
    {
        var stop = end;
        while (strip != ' ' && stop > start && char.IsWhiteSpace(_text[stop - 1]) && (strip == '-' || _text[stop - 1] != '\n'))
        {
            stop--;
        }

        if (stop > start)
        {
            _tokens.Add(new Token(TokenKind.Text, start, stop, _text[start..stop]));
        }

        if (!keepsIndent || strip != ' ')
        {
            return "";
        }

        var line = end == 0 ? 0 : _text.LastIndexOf('\n', end - 1) + 1;
        return line >= start && _text.AsSpan(line, end - line).IsWhiteSpace() ? _text[line..end] : "";
    }

    /// <summary>How many percent signs open an escape block here; zero when none opens.</summary>
    private int EscapeLevel(int at)
    {
        var level = 0;
        while (at + 1 + level < _text.Length && _text[at + 1 + level] == '%')
        {
            level++;
        }

        return at + 1 + level < _text.Length && _text[at + 1 + level] == '{' ? level : 0;
    }

    private int ReadEscape(int start, int level)
    {
        var open = start + level + 2;
        var from = open + (Strip(open) == ' ' ? 0 : 1);
        var close = $"}}{new string('%', level)}}}";
        var end = _text.IndexOf(close, from, StringComparison.Ordinal);
        if (end < 0)
        {
            diagnostics.Add(TemplateErrors.UnclosedEscape(new SourceSpan(source, start, open), _text[start..open], close));
            return _text.Length;
        }

        var strip = end > from && _text[end - 1] is '-' or '~' ? _text[end - 1] : ' ';
        var stop = strip == ' ' ? end : end - 1;
        if (stop > from)
        {
            _tokens.Add(new Token(TokenKind.Text, from, stop, _text[from..stop]));
        }

        return SkipAfter(_text, end + close.Length, strip);
    }
}
