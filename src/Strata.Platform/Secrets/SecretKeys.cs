using System.Text.RegularExpressions;

namespace Strata.Platform.Secrets;

/// <summary>Keys under which people keep secrets: <c>password</c>, <c>dbPassword</c>, <c>WANDB_API_KEY</c>, <c>client-secret</c>.</summary>
public static partial class SecretKeys
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "passphrase", "secret", "secrets", "token", "credential", "credentials", "pat", "dsn", "apikey", "accesskey", "secretkey", "privatekey",
        "authtoken", "kubeconfig",
    };

    private static readonly HashSet<string> Pairs = new(StringComparer.Ordinal)
    {
        "api key", "access key", "private key", "secret key", "auth key", "signing key", "encryption key", "account key", "shared key", "client key", "ssh key",
        "license key", "master key", "connection string", "fernet key", "webhook url", "database url", "redis url",
    };

    /// <summary>They say which secret, or whether there is one.</summary>
    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal) { "existing secret", "use token", "user password" };

    private static readonly HashSet<string> Public = new(StringComparer.Ordinal) { "hash", "digest", "checksum", "fingerprint", "thumbprint", "certificate", "image", "arn", "url", "uri" };

    /// <summary>Whether a key names a secret: its last word or two say so. <c>secretArn</c>, <c>tokenUrl</c> and <c>passwordPolicy</c> do not.</summary>
    /// <param name="key">A key, or a path whose last part is one.</param>
    public static bool Covers(string key)
    {
        var words = WordsOf(key);
        return words is [.., var last]
            && (words.Length == 1 ? Words.Contains(last) : !Pointers.Contains($"{words[^2]} {last}") && (Words.Contains(last) || Pairs.Contains($"{words[^2]} {last}")));
    }

    /// <summary>Whether a key names what is as random as a secret and is for everybody: a digest, a certificate.</summary>
    public static bool IsPublic(string key) => WordsOf(key) is [.., var last] words && (Public.Contains(last) || (words.Length > 1 && words[^2] == "public" && last == "key"));

    private static string[] WordsOf(string key) => [.. Word().Matches(key).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
