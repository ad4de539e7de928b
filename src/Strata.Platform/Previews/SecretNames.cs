using System.Text.RegularExpressions;

namespace Strata.Platform.Previews;

/// <summary>Names under which people keep secrets: <c>password</c>, <c>dbPassword</c>, <c>WANDB_API_KEY</c>, <c>client-secret</c>.</summary>
public static partial class SecretNames
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "passphrase", "secret", "secrets", "token", "credential", "credentials", "pat", "dsn", "apikey", "authtoken", "kubeconfig",
    };

    private static readonly HashSet<string> Pairs = new(StringComparer.Ordinal)
    {
        "api key", "access key", "private key", "secret key", "auth key", "signing key", "encryption key", "account key", "shared key", "client key", "ssh key",
        "license key", "master key", "connection string", "fernet key", "webhook url", "database url", "redis url",
    };

    /// <summary>Whether a key names a secret: its last word or two say so. <c>secretArn</c>, <c>tokenUrl</c> and <c>passwordPolicy</c> do not.</summary>
    public static bool Covers(string name)
    {
        string[] words = [.. Word().Matches(name).Select(match => match.Value.ToLowerInvariant())];
        return words is [.., var last] && (Words.Contains(last) || (words.Length > 1 && Pairs.Contains($"{words[^2]} {last}")));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
