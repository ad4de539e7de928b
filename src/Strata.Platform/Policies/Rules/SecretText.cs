using System.Buffers;
using System.Text.RegularExpressions;

namespace Strata.Platform.Policies.Rules;

/// <summary>Whether a text looks like a secret: by the name of its key, by a known form, or by its entropy.</summary>
internal static partial class SecretText
{
    /// <summary>Bits a character: English words have about 3.5 and less when short, random base64 of this length more than 4.5.</summary>
    private const double RandomBits = 4.5;
    private const double NamedBits = 2.8;
    private const int LongEnough = 32;

    /// <summary>How many neighbours are of different classes: three in five of random base64, one in four of words put together.</summary>
    private const double RandomChanges = 0.4;

    private static readonly SearchValues<char> NotInSecrets = SearchValues.Create(" \n\t{}()<>$@*,:;|");

    private static readonly string[] SecretKeys = ["password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey", "credentials", "connectionstring"];

    private static readonly string[] PublicKeys = ["hash", "digest", "checksum", "fingerprint", "thumbprint", "certificate", "publickey", "image", "arn", "url", "uri"];

    /// <param name="key">The property's name.</param>
    public static bool Looks(string key, string text)
    {
        if (text.Length < 8)
        {
            return false;
        }

        if (KnownForm().IsMatch(text))
        {
            return true;
        }

        // Sentences, scripts, paths, templates and the names of things are no secrets.
        if (text.Length > 512 || text.AsSpan().ContainsAny(NotInSecrets) || text.Count(c => c is '/') > 2)
        {
            return false;
        }

        var name = Normal(key);
        return SecretKeys.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            ? IsMixed(text) && Entropy(text) >= NamedBits
            : text.Length >= LongEnough && IsBase64(text) && Classes(text) == 3 && Changes(text) >= RandomChanges && Entropy(text) >= RandomBits && !PublicKeys.Any(word => name.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Shannon's entropy in bits a character.</summary>
    internal static double Entropy(string text)
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

    /// <summary>Names of things are words with dashes; what has digits among letters, or capitals inside, may be random.</summary>
    private static bool IsMixed(string text) => Classes(text) >= 2 && !NameOfThing().IsMatch(text);

    private static int Classes(string text) => (text.Any(char.IsAsciiDigit) ? 1 : 0) + (text.Any(char.IsAsciiLetterLower) ? 1 : 0) + (text.Any(char.IsAsciiLetterUpper) ? 1 : 0);

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

    private static bool IsBase64(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '-' or '_');

    private static string Normal(string key) => string.Concat(key.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    // The forms that providers document: AWS, GitHub, GitLab, Slack, Google, Hugging Face, OpenAI, PEM, JWT; and passwords in addresses.
    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{50,}|\bglpat-[A-Za-z0-9_-]{20}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bAIza[A-Za-z0-9_-]{35}|\bhf_[A-Za-z0-9]{34}|\bsk-[A-Za-z0-9_-]{32,}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+|://[^\s/:@\[]{1,64}:[^\s/:@${}\[""']{3,128}@", RegexOptions.CultureInvariant)]
    private static partial Regex KnownForm();

    [GeneratedRegex(@"^[a-z]+([-_./][a-z0-9]+)*$|^[A-Z]+(_[A-Z0-9]+)*$|^[a-zA-Z]+$|^v?[0-9]+(\.[0-9]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex NameOfThing();
}
