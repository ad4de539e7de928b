using System.Text.RegularExpressions;
using Strata.Diagnostics;
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
        else if (!NamesASecret(parent, key) && !IsPublic(scalar.Text) && LiteralSecrets.WhyIn(key, scalar.Text) is { } why)
        {
            diagnostics.Add(RuleErrors.LiteralSecret(scalar.Span, key, why));
        }
    }

    /// <summary><c>{ secret: wandb }</c> and the map from variables to names of a step's <c>secrets</c>.</summary>
    private static bool NamesASecret(string parent, string key) => key == "secret" || parent == "secrets";

    /// <summary>Public keys and digests are as random as secrets, and none.</summary>
    private static bool IsPublic(string text) =>
        text.StartsWith("ssh-", StringComparison.Ordinal) || text.StartsWith("ecdsa-", StringComparison.Ordinal) || text.StartsWith("sk-ssh-", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(CHANGE[-_ ]?ME|REPLACE[-_ ]?ME|FIX[-_ ]?ME|FILL[-_ ]?ME[-_ ]?IN)\b|^(TODO|TBD|X{3,8})$|^<[a-z][a-z0-9 _-]*>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
