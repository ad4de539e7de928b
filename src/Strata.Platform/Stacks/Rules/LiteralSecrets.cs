using System.Text.RegularExpressions;

namespace Strata.Platform.Stacks;

/// <summary>Tells texts that are secrets from texts that are not, by how they begin, what their key is called and how random they are.</summary>
internal static partial class LiteralSecrets
{
    /// <summary>
    /// The least entropy, in bits for each character, of a text that is taken for random. Words and names in a text of this length have
    /// 3.5 to 4.2; random base 64 has 4.6 and more.
    /// </summary>
    private const double RandomBits = 4.3;

    private const int LeastRandomLength = 32;

    private const int LeastNamedLength = 8;

    /// <summary>How secrets of known issuers begin (GitHub's list of secret scanning patterns, read 2026).</summary>
    private static readonly (string Prefix, int LeastLength, string Whose)[] Issuers =
    [
        ("AKIA", 20, "an access key of AWS"),
        ("ASIA", 20, "an access key of AWS"),
        ("AIza", 39, "an API key of Google"),
        ("ya29.", 30, "an access token of Google"),
        ("ghp_", 30, "a token of GitHub"),
        ("gho_", 30, "a token of GitHub"),
        ("ghs_", 30, "a token of GitHub"),
        ("github_pat_", 30, "a token of GitHub"),
        ("glpat-", 20, "a token of GitLab"),
        ("hf_", 30, "a token of Hugging Face"),
        ("xoxb-", 20, "a token of Slack"),
        ("xoxp-", 20, "a token of Slack"),
        ("https://hooks.slack.com/services/", 40, "a webhook of Slack"),
        ("sk-ant-", 20, "a key of Anthropic"),
        ("sk-proj-", 20, "a key of OpenAI"),
        ("dapi", 36, "a token of Databricks"),
        ("pul-", 40, "a token of Pulumi"),
    ];

    /// <summary>What gives a text away as a secret, to follow "looks like a secret in plain text:"; null for any other text.</summary>
    public static string? WhyIn(string key, string text)
    {
        if (text.Length < LeastNamedLength)
        {
            return null;
        }

        if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            return "it is a private key";
        }

        foreach (var (prefix, least, whose) in Issuers)
        {
            if (text.Length >= least && text.StartsWith(prefix, StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal))
            {
                return $"it begins like {whose}";
            }
        }

        if (SecretKey().IsMatch(key) && OneWord().IsMatch(text))
        {
            return "its key says so";
        }

        return text.Length >= LeastRandomLength && Token().IsMatch(text) && Entropy(text) >= RandomBits ? "it is as random as a key or a token" : null;
    }

    /// <summary>Shannon's entropy in bits for each character.</summary>
    private static double Entropy(string text) =>
        text.GroupBy(c => c).Sum(group => -(double)group.Count() / text.Length * Math.Log2((double)group.Count() / text.Length));

    [GeneratedRegex("(password|passwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretKey();

    /// <summary>Neither an address nor a place where something is filled in.</summary>
    [GeneratedRegex(@"^[^\s:${}/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OneWord();

    [GeneratedRegex("^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9].*[0-9])[A-Za-z0-9+/_=-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
