using System.Collections.Immutable;
using Strata.Platform.Catalog;
using Strata.Text;

namespace Strata.Platform.Naming;

/// <summary>
/// What one type of resource may be called, and how a name for it is made. Letters and digits are allowed everywhere; every name made begins
/// with a letter or digit and ends with one, even where the cloud would allow more.
/// </summary>
/// <param name="What">The thing in messages: <c>S3 bucket</c>.</param>
/// <param name="MaxLength">Characters at most.</param>
/// <param name="Marks">The characters allowed between letters and digits, such as <c>-_</c>; the first joins the parts of a name.</param>
/// <param name="Source">Where the rule was read.</param>
public sealed record NameRule(string What, int MaxLength, string Marks, FactSource Source)
{
    public int MinLength { get; init; } = 1;

    /// <summary>Characters of the hash a name that had to be bent or cut ends with.</summary>
    public int HashLength { get; init; } = 6;

    /// <summary>Capital letters are allowed.</summary>
    public bool MixedCase { get; init; }

    /// <summary>The first character must be a letter, not a digit.</summary>
    public bool LetterFirst { get; init; }

    /// <summary>Two marks may not follow each other.</summary>
    public bool SingleMarks { get; init; }

    /// <summary>Texts the name may not contain anywhere.</summary>
    public ImmutableArray<string> Forbidden { get; init; } = [];

    /// <summary>Texts the name may not begin with.</summary>
    public ImmutableArray<string> ForbiddenStarts { get; init; } = [];

    /// <summary>Nobody else in the world may use the same name: make it with <see cref="MakeGlobal"/>.</summary>
    public bool IsGlobal { get; init; }

    private string Joiner => Marks.Length > 0 ? Marks[..1] : "";

    /// <summary>
    /// A legal name from the parts that are not empty. When they can be joined into a legal name as they stand, that is the name; otherwise it
    /// is bent into shape and ends with a hash of what was asked, so two different names never become one by being bent or cut.
    /// Where hyphens are not allowed, an underscore stands for one, and a name that had underscores itself is told apart by the hash.
    /// </summary>
    public string Make(params ReadOnlySpan<string> parts) => Shape(Join(parts), addHash: false, "");

    /// <summary>As <see cref="Make"/>, always with a hash, of <paramref name="scope"/> too: what tells this organisation's stack from others in the world.</summary>
    public string MakeGlobal(string scope, params ReadOnlySpan<string> parts) => Shape(Join(parts), addHash: true, scope);

    /// <summary>Why the name is not allowed, as the end of a sentence that begins with it; null when it is.</summary>
    public string? Problem(string name)
    {
        if (name.Length < MinLength || name.Length > MaxLength)
        {
            return $"has {name.Length} characters, and {MinLength} to {MaxLength} are allowed";
        }

        foreach (var c in name)
        {
            if (!IsAllowed(c))
            {
                return $"contains '{c}', and only {Alphabet} are allowed";
            }
        }

        if (!IsStart(name[0]) || !char.IsAsciiLetterOrDigit(name[^1]))
        {
            return $"must begin with a letter{(LetterFirst ? "" : " or digit")} and end with a letter or digit";
        }

        for (var i = 1; SingleMarks && i < name.Length; i++)
        {
            if (IsMark(name[i - 1]) && IsMark(name[i]))
            {
                return "has two punctuation marks in a row";
            }
        }

        return Reserved(name) is { } reserved ? $"contains '{reserved}', which is reserved" : null;
    }

    /// <summary><c>a-z, 0-9 and '-'</c></summary>
    public string Alphabet => $"{(MixedCase ? "a-z, A-Z" : "a-z")}, 0-9{string.Concat(Marks.Select(m => $", '{m}'"))}";

    private static string Join(ReadOnlySpan<string> parts) => string.Join('-', parts.ToArray().Where(p => p.Length > 0));

    private string Shape(string asked, bool addHash, string scope)
    {
        var plain = Marks.Contains('-') ? asked : asked.Replace("-", Joiner, StringComparison.Ordinal);
        if (!addHash && KeepsHyphensApart(asked) && Problem(plain) is null)
        {
            return plain;
        }

        var hash = StableHash.Of(scope.Length == 0 ? asked : $"{scope}\n{asked}", HashLength);
        var stem = Bend(asked);
        var room = MaxLength - HashLength - Joiner.Length;
        stem = stem.Length <= room ? stem : Trim(stem[..room]);
        return $"{stem}{Joiner}{hash}";
    }

    /// <summary>Writing hyphens as the joiner loses nothing: the text has no joiner of its own.</summary>
    private bool KeepsHyphensApart(string asked) =>
        Marks.Contains('-') || !asked.Contains(Joiner.Length > 0 ? Joiner : "-", StringComparison.Ordinal);

    /// <summary>The asked text with every character allowed, in the right case, without reserved texts, and with a proper beginning and end.</summary>
    private string Bend(string asked)
    {
        var cased = MixedCase ? asked : asked.ToLowerInvariant();
        var text = Tidy(string.Concat(cased.Select(c => IsAllowed(c) ? c.ToString() : Joiner)));
        while (Forbidden.FirstOrDefault(text.Contains) is { } forbidden)
        {
            text = Tidy(text.Replace(forbidden, "", StringComparison.Ordinal));
        }

        while (ForbiddenStarts.FirstOrDefault(start => $"{text}{Joiner}".StartsWith(start, StringComparison.Ordinal)) is { } start)
        {
            text = Tidy(text[Math.Min(start.Length, text.Length)..]);
        }

        return text.Length > 0 && IsStart(text[0]) ? text : $"x{text}";
    }

    private string? Reserved(string name) =>
        Forbidden.FirstOrDefault(name.Contains) ?? ForbiddenStarts.FirstOrDefault(start => name.StartsWith(start, StringComparison.Ordinal));

    private string Tidy(string text) => Trim(SingleMarks ? Single(text) : text);

    private string Single(string text) => string.Concat(text.Where((c, i) => i == 0 || !IsMark(c) || !IsMark(text[i - 1])));

    private string Trim(string text) => text.Trim([.. Marks]);

    private bool IsAllowed(char c) => IsLetter(c) || char.IsAsciiDigit(c) || IsMark(c);

    private bool IsStart(char c) => IsLetter(c) || (!LetterFirst && char.IsAsciiDigit(c));

    private bool IsLetter(char c) => char.IsAsciiLetterLower(c) || (MixedCase && char.IsAsciiLetterUpper(c));

    private bool IsMark(char c) => Marks.Contains(c);
}
