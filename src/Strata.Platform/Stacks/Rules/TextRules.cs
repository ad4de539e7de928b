using System.Text.RegularExpressions;
using Strata.Diagnostics;
using Strata.Platform.Secrets;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>What no text of a stack may be, whatever it is for: a placeholder that someone forgot, a secret that everyone can read.</summary>
internal static partial class TextRules
{
    public static void Check(YamlMapping config, DiagnosticBag diagnostics) => Visit("", "", config, diagnostics);

    private static void Visit(string parent, string key, YamlNode node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            // Their values are placeholders here, of the loader's.
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    if (parent.Length > 0 || key.Length > 0 || entry.Key.Text != "secrets")
                    {
                        Visit(key, entry.Key.Text, entry.Value, diagnostics);
                    }
                }

                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Visit(parent, key, item, diagnostics);
                }

                break;
            case YamlScalar { IsNull: false } text:
                Check(parent, key, text, diagnostics);
                break;
        }
    }

    private static void Check(string parent, string key, YamlScalar scalar, DiagnosticBag diagnostics)
    {
        if (Placeholder().IsMatch(scalar.Text))
        {
            diagnostics.Add(RuleErrors.Placeholder(scalar.Span, key, scalar.Text));
        }
        else if (!NamesASecret(parent, key) && !IsPublic(scalar.Text) && WhySecret(key, scalar.Text) is { } why)
        {
            diagnostics.Add(RuleErrors.LiteralSecret(scalar.Span, key, why));
        }
    }

    /// <summary><c>{ secret: wandb }</c>, <c>credentials: repository</c> and the map from variables to names of a step's <c>secrets</c>.</summary>
    private static bool NamesASecret(string parent, string key) => key is "secret" or "credentials" || parent == "secrets";

    /// <summary>What people write under the key of a secret is one, also when it is a mere word.</summary>
    /// <remarks>Keys inside of sentences are findings of the policy <c>literal-secrets</c>, which can be waived.</remarks>
    private static string? WhySecret(string key, string text) =>
        text.Contains(' ', StringComparison.Ordinal) && !text.StartsWith("-----BEGIN", StringComparison.Ordinal) ? null
        : SecretText.WhyIn(key, text) ?? (text.Length >= 8 && SecretKeys.Covers(key) && OneWord().IsMatch(text) ? "its key says so" : null);

    /// <summary>Public keys and digests are as random as secrets, and none.</summary>
    private static bool IsPublic(string text) =>
        text.StartsWith("ssh-", StringComparison.Ordinal) || text.StartsWith("ecdsa-", StringComparison.Ordinal) || text.StartsWith("sk-ssh-", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(CHANGE[-_ ]?ME|REPLACE[-_ ]?ME|FIX[-_ ]?ME|FILL[-_ ]?ME[-_ ]?IN)\b|^(TODO|TBD|X{3,8})$|^<[a-z][a-z0-9 _-]*>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    /// <summary>Neither an address nor a place where something is filled in.</summary>
    [GeneratedRegex(@"^[^\s:${}/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OneWord();
}
