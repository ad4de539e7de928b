using System.Globalization;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Secrets;
using Strata.Yaml;

namespace Strata.Platform.Policies.Rules;

/// <summary>Passwords, tokens and keys that stand in plain text.</summary>
internal static class LiteralSecrets
{
    public static PolicyRule Rule { get; } = new(
        "STR740",
        "literal-secrets",
        PolicySubjects.Secrets,
        Severity.Error,
        "Every text of the stack file and of the resources' inputs: those whose key is called like a secret and that look random, the known forms of keys and tokens, and long texts of high entropy.",
        "Who can read the repository, the state or a log has the secret, and it stays in the history for ever.")
    {
        OfResource = (resource, _) => resource.InputProperties.SelectMany(input => In(input.Value, input.Name, input.Name)),
        OfStack = context => context.Stack.Config.Mapping is { } mapping ? In(mapping, "") : [],
    };

    private static IEnumerable<PolicyViolation> In(Value value, string path, string key) => value switch
    {
        TextValue text when SecretText.WhyIn(key, text.Text) is not null => [Violation(path, key)],
        SecretValue secret => In(secret.Content, path, key),
        JsonTextValue json => In(json.Content, path, key),
        ListValue list => list.Items.SelectMany((item, i) => In(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), key)),
        ObjectValue map when map["name"] is TextValue { Text: var name } && map["value"] is TextValue => In(map["value"]!, $"{path}.value", name),
        ObjectValue map => map.Properties.SelectMany(property => In(property.Value, $"{path}.{property.Name}", property.Name)),
        _ => [],
    };

    private static IEnumerable<PolicyViolation> In(YamlMapping mapping, string path) =>
        mapping.Entries.Where(entry => path.Length > 0 || entry.Key.Text != "secrets").SelectMany(entry => In(entry.Value, path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}", entry.Key.Text));

    private static IEnumerable<PolicyViolation> In(YamlNode node, string path, string key) => node switch
    {
        YamlScalar scalar when SecretText.WhyIn(key, scalar.Text) is not null => [Violation(path, key) with { Span = scalar.Span }],
        YamlMapping mapping => In(mapping, path),
        YamlSequence list => list.Items.SelectMany((item, i) => In(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), key)),
        _ => [],
    };

    private static PolicyViolation Violation(string path, string key) =>
        new(path, $"'{key}' looks like a secret in plain text. Take it out of the file, make a new one, put that under 'strata:secrets' with 'pulumi config set --secret', and name it with {{ secret: … }}.");
}
