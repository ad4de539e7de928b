using System.Text.RegularExpressions;

namespace Strata.Platform.Previews;

/// <summary>
/// What looks like a secret although nothing marks it as one: by the name of its key, or by its own form. Previews are mailed and
/// kept by those who host them, so that what is shown once cannot be taken back.
/// </summary>
public static partial class SecretShapes
{
    public const string Mask = "[secret]";

    /// <summary>The text, or <see cref="Mask"/> in its place where key or text look like a secret.</summary>
    /// <param name="key">A key, or a path whose last part is one.</param>
    public static string Redacted(string key, string text) => IsSecretName(key) && IsOpaque(text) ? Mask : Redacted(text);

    /// <summary>The text with whatever has the form of a known credential masked.</summary>
    public static string Redacted(string text) => Credential().Replace(text, Mask);

    /// <summary>A whole file: known credentials, and what stands after a key that names a secret.</summary>
    public static string RedactedFile(string text) => Assignment().Replace(Redacted(text), match =>
        IsSecretName(match.Groups["key"].Value) && IsOpaque(match.Groups["value"].Value) ? match.Groups["start"].Value + Mask : match.Value);

    /// <summary>Whether a key names a secret itself, and not where one is kept: <c>password</c>, not <c>passwordSecretRef</c>.</summary>
    public static bool IsSecretName(string key)
    {
        var last = key[(key.LastIndexOf('.') + 1)..].TrimEnd(']', '"');
        return SecretName().IsMatch(last) && !PointerName().IsMatch(last);
    }

    /// <summary>Not something that only stands for a secret: a reference, a switch, a number, a place.</summary>
    private static bool IsOpaque(string text) =>
        text.Length >= 6 && text != Mask && !text.Contains("${", StringComparison.Ordinal) && !text.Contains("{{", StringComparison.Ordinal) && !text.StartsWith('/')
        && !text.StartsWith("arn:", StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal) && text is not ("false" or "AWSCURRENT");

    // AWS, GitHub, GitLab, Slack, Google, OpenAI, Hugging Face, Weights & Biases by env line, npm, Pulumi, JSON web tokens, PEM keys, passwords in addresses.
    [GeneratedRegex("""(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|sk-[A-Za-z0-9_-]{20,}|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{30,}|pul-[a-f0-9]{40}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----)?|(?<=://[^\s/:@]{1,64}:)[^\s/:@${}]{3,128}(?=@)""")]
    private static partial Regex Credential();

    [GeneratedRegex("(?i)(?:password|passwd|passphrase|secret|token|api_?-?key|access_?-?key|private_?-?key|credential|connection_?-?string)s?$")]
    private static partial Regex SecretName();

    [GeneratedRegex("(?i)(?:secret_?-?(?:name|ref|id|arn|key)s?|existing_?-?secret|use_?-?token|automount.*token|manage.*password)$")]
    private static partial Regex PointerName();

    [GeneratedRegex("""(?m)(?<start>^[ \t#-]*(?:export )?["']?(?<key>[A-Za-z_][A-Za-z0-9_.-]*)["']?[ \t]*[:=][ \t]*["']?)(?<value>[^\s"',]+)""")]
    private static partial Regex Assignment();
}
