namespace Strata.Text;

/// <summary>Finds what someone probably meant. Used for keys, references, values, template names and command words alike.</summary>
public static class SpellChecker
{
    /// <summary>
    /// The candidate nearest to <paramref name="word"/>, or null when none is near: at most a third of the word's
    /// letters (at least one, two for words of four letters and more) may differ, swapped neighbours counting once.
    /// Case does not count. Ties go to the first in ordinal order, so that the answer never depends on enumeration order.
    /// When none is near, the one that has the word (of four letters at least) in it: <c>jupyter</c>, <c>jupyterhub</c>.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var known = candidates as IReadOnlyCollection<string> ?? [.. candidates];
        return Near(word, known) ?? (word.Length >= 4 ? OnlyOneWith(word, known) : null);
    }

    private static string? OnlyOneWith(string word, IReadOnlyCollection<string> candidates)
    {
        string? found = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > word.Length && candidate.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return null;
                }

                found = candidate;
            }
        }

        return found;
    }

    private static string? Near(string word, IReadOnlyCollection<string> candidates)
    {
        string? best = null;
        var bestDistance = Math.Max(word.Length >= 4 ? 2 : 1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate == word || Math.Abs(candidate.Length - word.Length) >= bestDistance + 1)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance >= Math.Max(word.Length, candidate.Length))
            {
                continue;
            }

            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Damerau-Levenshtein distance (optimal string alignment), ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[Math.Min(b.Length, 255) + 1];
        Span<int> last = stackalloc int[beforeLast.Length];
        Span<int> current = stackalloc int[beforeLast.Length];
        if (b.Length > 255)
        {
            return int.MaxValue;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
