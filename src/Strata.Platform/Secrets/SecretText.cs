using System.Buffers;
using System.Text.RegularExpressions;

namespace Strata.Platform.Secrets;

/// <summary>
/// Texts that are secrets by their form, wherever they stand: keys and tokens as their issuers write them, and long random text.
/// Repositories are read by many, and previews are mailed and kept by those who host them: what is shown once cannot be taken back.
/// </summary>
public static partial class SecretText
{
    public const string Mask = "[secret]";

    private const int LeastLength = 8;

    /// <summary>No known form is shorter.</summary>
    private const int LeastKnown = 15;

    /// <summary>Sentences, scripts, templates and addresses have some of these, and keys none.</summary>
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create(" \t\r\n{}()<>$@*,:;|");

    public static bool IsIn(string text) => Known().IsMatch(text) || Login().IsMatch(text) || Random().Matches(text).Any(match => Randomness.IsRandom(match.Value));

    /// <summary>The text with each such part masked.</summary>
    public static string Redact(string text) =>
        Random().Replace(Login().Replace(Known().Replace(text, Mask), Mask), match => Randomness.IsRandom(match.Value) ? Mask : match.Value);

    /// <summary>The same of a value; all of it where its key names a secret and it does not only point at one.</summary>
    /// <param name="key">A key, or a path whose last part is one.</param>
    public static string Redact(string key, string text) => SecretKeys.Covers(key) && !PointsElsewhere(text) ? Mask : Redact(text);

    /// <summary>What gives a value away as a secret, to follow "looks like a secret in plain text:"; null for any other.</summary>
    public static string? WhyIn(string key, string text)
    {
        // Asked of every text of a stack: what most texts fail comes first.
        if (text.Length < LeastLength)
        {
            return null;
        }

        if (text.Length >= LeastKnown && Known().Match(text) is { Success: true } known)
        {
            return $"it holds {IssuerOf(known)}";
        }

        if (text.Contains("://", StringComparison.Ordinal) && Login().IsMatch(text))
        {
            return "it holds a password in an address";
        }

        // Nor are paths and the names of things secrets.
        if (text.Length > 512 || text.AsSpan().ContainsAny(NotInKeys) || text.AsSpan().Count('/') > 2)
        {
            return null;
        }

        return Randomness.IsMixed(text) && SecretKeys.Covers(key) ? "its key says so"
            : Randomness.IsRandom(text) && !SecretKeys.IsPublic(key) ? "it is as random as a key or a token"
            : null;
    }

    /// <summary>Whether a value only says where a secret is, or whether there is one: a place in a template, a path, a switch.</summary>
    public static bool PointsElsewhere(string value) => Pointer().IsMatch(value);

    private static string IssuerOf(Match known) =>
        known.Groups["aws"].Success ? "an access key of AWS"
        : known.Groups["github"].Success ? "a token of GitHub"
        : known.Groups["gitlab"].Success ? "a token of GitLab"
        : known.Groups["slack"].Success ? "a token or webhook of Slack"
        : known.Groups["google"].Success ? "a key or token of Google"
        : known.Groups["huggingface"].Success ? "a token of Hugging Face"
        : known.Groups["pulumi"].Success ? "a token of Pulumi"
        : known.Groups["databricks"].Success ? "a token of Databricks"
        : known.Groups["pem"].Success ? "a private key"
        : known.Groups["jwt"].Success ? "a signed web token"
        : "a token of a known form";

    // What the issuers document for secret scanning (GitHub's list of secret scanning patterns, read 2026).
    [GeneratedRegex("""
        (?<pem>-----BEGIN[A-Z ]*PRIVATE\ KEY-----([\s\S]*?(-----END[A-Z ]*PRIVATE\ KEY-----|\z))?)
        |(?<aws>\b(AKIA|ASIA)[0-9A-Z]{16}\b)
        |(?<github>\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{22,})
        |(?<gitlab>\bglpat-[\w-]{16,})
        |(?<slack>\bxox[abeoprs]-[\w-]{10,}|https://hooks\.slack\.com/(services|workflows)/[\w/-]+)
        |(?<google>\bAIza[\w-]{30,}|\bya29\.[\w-]{20,})
        |(?<jwt>\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)
        |(?<pulumi>\bpul-[0-9a-f]{40})
        |(?<huggingface>\bhf_[A-Za-z0-9]{20,})
        |(?<databricks>\bdapi[0-9a-f]{32}\b)
        |\bsk-[\w-]{20,}
        |\b[rs]k_(live|test)_\w{16,}
        |\bnpm_[A-Za-z0-9]{30,}
        |\bdop_v1_[0-9a-f]{64}
        |\bhvs\.[\w-]{20,}
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    [GeneratedRegex(@"(?<=://[^\s/:@\[]{1,64}:)[^\s/:@${}\[""']{3,128}(?=@)")]
    private static partial Regex Login();

    [GeneratedRegex(@"(?<![\w+/=])([A-Za-z0-9+=_-]{32,}|[A-Za-z0-9+/]{40}={0,2}|[A-Za-z0-9+/]{60,}={0,2})(?![\w+/])")]
    private static partial Regex Random();

    [GeneratedRegex("""^["']?(\$[({]|\$\w|\{\{|\{|\[|/|arn:|[|>][-+]?$|null$|true$|false$|~$|os\.|valueFrom|AWSCURRENT$|["']{0,2}$)|\{\{|\$\{""", RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();
}
