using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Reads the tokens of one code block.</summary>
internal sealed class CodeLexer(SourceText source, DiagnosticBag diagnostics, List<Token> tokens)
{
    /// <summary>Longest first.</summary>
    private static readonly string[] Symbols =
    [
        "..<", "//=", "==", "!=", "<=", ">=", "&&", "||", "??", "?!", "?.", "..", "//", "+=", "-=", "*=", "/=", "%=", "++", "--",
        "+", "-", "*", "/", "%", "<", ">", "!", "|", "=", "?", ":", ",", ".", "(", ")", "[", "]", "{", "}", "@", "^", "&", "~", "$",
    ];

    private readonly string _text = source.Content;
    private int _at;
    private int _braces;
    private bool _isTextOpen;

    /// <summary>Reads up to the end of the block that opened at <paramref name="start"/> and gives where the text after it goes on.</summary>
    public int Read(int start, int from)
    {
        _at = from;
        var first = tokens.Count;
        while (_at < _text.Length)
        {
            if (Close() is { } next)
            {
                return next;
            }

            ReadOne();
        }

        // What follows is not code: nothing is said about it.
        tokens.RemoveRange(first, tokens.Count - first);
        if (!_isTextOpen)
        {
            diagnostics.Add(TemplateErrors.UnclosedCode(new SourceSpan(source, start, start + 2)));
        }

        tokens.Add(new Token(TokenKind.CodeEnd, _at, _at, ""));
        return _at;
    }

    private char Ahead(int distance = 0) => _at + distance < _text.Length ? _text[_at + distance] : '\0';

    private bool AtClose(int at) => at + 1 < _text.Length && _text[at] == '}' && _text[at + 1] == '}';

    private int? Close()
    {
        // Braces of a map come first: {{ {a: {b: 1}} }}.
        if (_braces > 0)
        {
            return null;
        }

        var strip = Ahead() is '-' or '~' && AtClose(_at + 1) ? Ahead() : ' ';
        if (strip == ' ' && !AtClose(_at))
        {
            return null;
        }

        var end = _at + (strip == ' ' ? 2 : 3);
        tokens.Add(new Token(TokenKind.CodeEnd, _at, end, ""));
        return TemplateLexer.SkipAfter(_text, end, strip);
    }

    private void ReadOne()
    {
        var c = Ahead();
        if (c is '\n' or ';')
        {
            Add(TokenKind.Separator, 1);
        }
        else if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (c == '#')
        {
            SkipComment(isLong: Ahead(1) == '#');
        }
        else if (c is '"' or '\'' or '`')
        {
            ReadString(c);
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (char.IsAsciiLetter(c) || c == '_' || (c == '$' && (char.IsAsciiLetterOrDigit(Ahead(1)) || Ahead(1) == '_')))
        {
            var length = 1;
            while (char.IsAsciiLetterOrDigit(Ahead(length)) || Ahead(length) == '_')
            {
                length++;
            }

            Add(TokenKind.Identifier, length);
        }
        else
        {
            ReadSymbol();
        }
    }

    private void Add(TokenKind kind, int length, string? value = null)
    {
        tokens.Add(new Token(kind, _at, _at + length, value ?? _text.Substring(_at, length), _at > 0 && char.IsWhiteSpace(_text[_at - 1])));
        _at += length;
    }

    private void ReadSymbol()
    {
        if (Array.Find(Symbols, symbol => string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) == 0) is not { } found)
        {
            diagnostics.Add(TemplateErrors.UnknownCharacter(new SourceSpan(source, _at, _at + 1), $"U+{(int)Ahead():X4}"));
            _at++;
            return;
        }

        _braces += found == "{" ? 1 : found == "}" ? -1 : 0;
        _braces = Math.Max(0, _braces);
        Add(TokenKind.Symbol, found.Length);
    }

    /// <summary>A comment ends at the end of its line (a long one at its second <c>##</c>), or where the block ends.</summary>
    private void SkipComment(bool isLong)
    {
        _at += isLong ? 2 : 1;
        while (_at < _text.Length && !AtClose(_at) && !(Ahead() is '-' or '~' && AtClose(_at + 1)))
        {
            if (!isLong && Ahead() == '\n')
            {
                return;
            }

            if (isLong && Ahead() == '#' && Ahead(1) == '#')
            {
                _at += 2;
                return;
            }

            _at++;
        }

        // A comment swallows what is open: the block ends here.
        _braces = 0;
    }

    private void ReadNumber()
    {
        var length = 1;
        if (Ahead() == '0' && Ahead(1) is 'x' or 'X')
        {
            length = 2;
        }

        while (char.IsAsciiLetterOrDigit(Ahead(length)) || Ahead(length) == '_'
            || (Ahead(length) == '.' && char.IsAsciiDigit(Ahead(length + 1)))
            || (Ahead(length) is '+' or '-' && Ahead(length - 1) is 'e' or 'E' && Ahead(1) is not ('x' or 'X') && char.IsAsciiDigit(Ahead(length + 1))))
        {
            length++;
        }

        Add(TokenKind.Number, length);
    }

    private void ReadString(char quote)
    {
        var start = _at;
        var value = StringLiteral.Read(source, diagnostics, ref _at);
        if (value is null)
        {
            diagnostics.Add(TemplateErrors.UnclosedText(new SourceSpan(source, start, start + 1), quote.ToString()));
            _at = _text.Length;
            _isTextOpen = true;
        }

        tokens.Add(new Token(TokenKind.String, start, _at, value ?? "", start > 0 && char.IsWhiteSpace(_text[start - 1])));
    }
}
