using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Goes through the tokens of a template. Inside brackets line breaks do not count.</summary>
internal sealed class TokenReader(SourceText source, IReadOnlyList<Token> tokens, DiagnosticBag diagnostics, int mostDepth)
{
    private int _at;
    private int _brackets;
    private int _depth;

    public Token Current
    {
        get
        {
            while (_brackets > 0 && tokens[_at] is { Kind: TokenKind.Separator, Value: "\n" })
            {
                _at++;
            }

            return tokens[_at];
        }
    }

    public Token Following => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    /// <summary>The end of the last token that was taken.</summary>
    public int LastEnd => _at == 0 ? 0 : tokens[_at - 1].End;

    public Token Take()
    {
        var token = Current;
        _at += token.Kind == TokenKind.End ? 0 : 1;
        return token;
    }

    public bool TryTake(string symbol)
    {
        if (!Current.Is(symbol))
        {
            return false;
        }

        _at++;
        return true;
    }

    public bool TryTakeWord(string word)
    {
        if (!Current.IsWord(word))
        {
            return false;
        }

        _at++;
        return true;
    }

    public Token Expect(string symbol) => Current.Is(symbol) ? Take() : throw Unexpected($"'{symbol}'");

    public Token ExpectName(string expected) => Current.Kind == TokenKind.Identifier ? Take() : throw Unexpected(expected);

    /// <summary>A pipe goes on on the next line.</summary>
    public void SkipLines()
    {
        while (Current is { Kind: TokenKind.Separator, Value: "\n" })
        {
            _at++;
        }
    }

    /// <summary>Reads something in brackets, where line breaks do not count.</summary>
    public T InBrackets<T>(Func<T> read)
    {
        _brackets++;
        try
        {
            return read();
        }
        finally
        {
            _brackets--;
        }
    }

    /// <summary>Reads something nested, up to the limit.</summary>
    public T Nested<T>(Func<T> read)
    {
        if (_depth >= mostDepth)
        {
            diagnostics.Add(TemplateErrors.TooDeep(Span(Current), mostDepth));
            throw new SyntaxStop(isFinal: true);
        }

        _depth++;
        try
        {
            return read();
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>Goes on after a problem: at the end of the statement.</summary>
    public void SkipStatement()
    {
        while (tokens[_at].Kind is not (TokenKind.Separator or TokenKind.CodeEnd or TokenKind.End))
        {
            _at++;
        }
    }

    public SourceSpan Span(Token token) => new(source, token.Start, token.End);

    public SourceSpan Since(int start) => new(source, start, Math.Max(start, LastEnd));

    public string Written(SourceSpan span) => source.Content[span.Start..span.End];

    public SyntaxStop Unexpected(string expected) => Stop(TemplateErrors.Unexpected(Span(Current), Named(Current), expected));

    public SyntaxStop Stop(Diagnostic problem)
    {
        diagnostics.Add(problem);
        return new SyntaxStop();
    }

    private static string Named(Token token) => token.Kind switch
    {
        TokenKind.Separator when token.Value == "\n" => "the end of the line",
        TokenKind.CodeEnd => "the end of the block",
        TokenKind.End or TokenKind.Text or TokenKind.CodeStart => "the end of the code",
        TokenKind.String => "text in quotes",
        _ => $"'{token.Value}'",
    };
}

/// <summary>Leaves a statement whose problem was reported.</summary>
/// <param name="isFinal">Nothing after it can be read: after too much nesting blocks cannot be told apart any more.</param>
internal sealed class SyntaxStop(bool isFinal = false) : Exception
{
    public bool IsFinal { get; } = isFinal;
}
