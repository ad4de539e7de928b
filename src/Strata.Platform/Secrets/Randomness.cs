using System.Text.RegularExpressions;

namespace Strata.Platform.Secrets;

/// <summary>How random a text is: keys that machines made are, words and the names of things are not.</summary>
internal static partial class Randomness
{
    /// <summary>Bits a character: random base 64 of 32 characters has 4.1 to 5, English words put together have less.</summary>
    private const double RandomBits = 4.1;

    private const int RandomLength = 32;

    private const double MixedBits = 2.8;

    /// <summary>How many neighbours are of different classes: three in five of random base 64, one in four of words put together.</summary>
    private const double RandomChanges = 0.4;

    /// <summary>A long text of letters of both sizes and digits without any order. Hashes, in hexadecimal, are not meant.</summary>
    public static bool IsRandom(string text) =>
        text.Length >= RandomLength && text.All(IsBase64) && Classes(text) == 3 && text.Count(char.IsAsciiDigit) >= (text.AsSpan().ContainsAny('/', '+') ? 1 : 2)
        && Changes(text) >= RandomChanges && Entropy(text) >= RandomBits;

    /// <summary>A text of any length that is no word and no name of a thing: it has digits among letters, or capitals inside.</summary>
    public static bool IsMixed(string text) => Classes(text) >= 2 && !NameOfThing().IsMatch(text) && Entropy(text) >= MixedBits;

    /// <summary>Shannon's entropy in bits a character.</summary>
    public static double Entropy(string text)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var c in text)
        {
            counts[c & 127]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }

    private static int Classes(ReadOnlySpan<char> text) =>
        (text.ContainsAnyInRange('0', '9') ? 1 : 0) + (text.ContainsAnyInRange('a', 'z') ? 1 : 0) + (text.ContainsAnyInRange('A', 'Z') ? 1 : 0);

    private static double Changes(string text)
    {
        var changes = 0;
        for (var i = 1; i < text.Length; i++)
        {
            changes += ClassOf(text[i]) == ClassOf(text[i - 1]) ? 0 : 1;
        }

        return (double)changes / (text.Length - 1);
    }

    private static int ClassOf(char c) => char.IsAsciiDigit(c) ? 1 : char.IsAsciiLetterLower(c) ? 2 : char.IsAsciiLetterUpper(c) ? 3 : 4;

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '-' or '_';

    [GeneratedRegex(@"^[a-z]+([-_./][a-z0-9]+)*$|^[A-Z]+(_[A-Z0-9]+)*$|^[a-zA-Z]+$|^v?[0-9]+(\.[0-9]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex NameOfThing();
}
