using System.Diagnostics.CodeAnalysis;

namespace Strata.Platform.Units;

/// <summary>A value that stack files write as text with a unit or a form of its own: <c>32Gi</c>, <c>60m</c>, <c>0 3 * * 1</c>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IUnit<TSelf>
    where TSelf : IUnit<TSelf>
{
    /// <summary>What the form is called in a message: "an amount of memory".</summary>
    static abstract string Noun { get; }

    /// <summary>A value as people write it.</summary>
    static abstract string Example { get; }

    /// <summary>A regular expression (ECMAScript) that all valid forms match; it may let through what <see cref="TryParse"/> refuses.</summary>
    static abstract string Pattern { get; }

    /// <param name="text">As written.</param>
    /// <param name="value">The value; null when the text is refused.</param>
    /// <param name="problem">Why it is refused, as a clause without a full stop; null when it is not.</param>
    static abstract bool TryParse(string text, [NotNullWhen(true)] out TSelf? value, [NotNullWhen(false)] out string? problem);
}
