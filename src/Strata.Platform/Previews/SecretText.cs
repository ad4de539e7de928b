using System.Text.RegularExpressions;

namespace Strata.Platform.Previews;

/// <summary>Texts that are secrets by their form, wherever they stand: keys and tokens as their issuers write them, and long random text.</summary>
public static partial class SecretText
{
    public const string Mask = "[secret]";

    /// <summary>Bits of a random character: words and names stay below this, base 64 of random bytes above.</summary>
    private const double LeastEntropy = 4.1;

    public static bool IsIn(string text) => Known().IsMatch(text) || Login().IsMatch(text) || Random().Matches(text).Any(IsRandom);

    /// <summary>The text with each such part masked.</summary>
    public static string Redact(string text) =>
        Random().Replace(Login().Replace(Known().Replace(text, Mask), Mask), match => IsRandom(match) ? Mask : match.Value);

    /// <summary>Hashes, in hexadecimal, and long names such as <c>AmazonEC2ContainerRegistryReadOnly</c> are no secrets.</summary>
    private static bool IsRandom(Match match) =>
        match.Value.Any(char.IsAsciiLetterUpper) && match.Value.Any(char.IsAsciiLetterLower) && match.Value.Count(char.IsAsciiDigit) >= (match.Value.Any(c => c is '/' or '+') ? 1 : 3)
        && Entropy(match.Value) >= LeastEntropy;

    private static double Entropy(string text) => -text.GroupBy(c => c).Sum(group =>
    {
        var share = (double)group.Count() / text.Length;
        return share * Math.Log2(share);
    });

    // The prefixes are what the issuers document for secret scanning.
    [GeneratedRegex("""
        -----BEGIN[A-Z ]*PRIVATE\ KEY-----[\s\S]*?(-----END[A-Z ]*PRIVATE\ KEY-----|\z)
        |\b(AKIA|ASIA)[0-9A-Z]{16}\b
        |\bgh[pousr]_[A-Za-z0-9]{36,}
        |\bgithub_pat_\w{22,}
        |\bglpat-[\w-]{20,}
        |\bxox[abeoprs]-[\w-]{10,}
        |https://hooks\.slack\.com/(services|workflows)/[\w/-]+
        |\bAIza[\w-]{35}
        |\bya29\.[\w-]{20,}
        |\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*
        |\bpul-[0-9a-f]{40}
        |\bhf_[A-Za-z0-9]{30,}
        |\bsk-[\w-]{20,}
        |\b[rs]k_(live|test)_\w{16,}
        |\bnpm_[A-Za-z0-9]{36}
        |\bdop_v1_[0-9a-f]{64}
        |\bhvs\.[\w-]{20,}
        |\bdapi[0-9a-f]{32}\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Known();

    [GeneratedRegex(@"(?<=://[^\s/:@\[]{1,64}:)[^\s/:@${}\[""']{3,128}(?=@)")]
    private static partial Regex Login();

    [GeneratedRegex(@"(?<![\w+/=])([A-Za-z0-9+=]{32,}|[A-Za-z0-9+/]{40}={0,2}|[A-Za-z0-9+/]{60,}={0,2})(?![\w+/])")]
    private static partial Regex Random();
}
