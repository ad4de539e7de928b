namespace Strata.Templating;

/// <summary>A piece of a template: text as it is, or a word or sign of code.</summary>
/// <param name="Value">
/// Of text and strings, what they say; of <see cref="TokenKind.CodeStart"/>, the white space its line begins with when there is nothing else before it.
/// </param>
/// <param name="AfterSpace">White space comes before it: <c>a [1]</c> is a call, <c>a[1]</c> an item.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Value, bool AfterSpace = false)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Identifier && Value == word;
}

internal enum TokenKind
{
    Text,
    CodeStart,
    CodeEnd,

    /// <summary>A line break or a semicolon in code.</summary>
    Separator,
    Identifier,
    Number,
    String,
    Symbol,
    End,
}
