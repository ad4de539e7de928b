using Strata.Text;

namespace Strata.Diagnostics;

/// <summary>The "Did you mean" sentence, the same everywhere.</summary>
public static class Suggestion
{
    /// <summary>
    /// <c> Did you mean 'x'?</c> with a leading space; else, when the choices are few, <c> Known are: a, b, c.</c>; else nothing.
    /// </summary>
    public static string For(string word, IReadOnlyCollection<string> candidates)
    {
        if (SpellChecker.Nearest(word, candidates) is { } nearest)
        {
            return $" Did you mean '{nearest}'?";
        }

        return candidates.Count is > 0 and <= 16
            ? $" Known are: {string.Join(", ", candidates.Order(StringComparer.Ordinal))}."
            : "";
    }
}
