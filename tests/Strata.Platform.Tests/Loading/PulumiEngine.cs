using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Tests.Loading;

/// <summary>
/// What Pulumi makes of a stack file: texts by full key, maps and lists as JSON with sorted keys, a decrypted value being the
/// word "plain-" and its ciphertext.
/// </summary>
internal static class PulumiEngine
{
    public static (Dictionary<string, string> Config, List<string> SecretKeys) Read(string stackFile)
    {
        var file = (YamlMapping)YamlReader.Read(new SourceText("x", stackFile), [])!;
        var config = new Dictionary<string, string>();
        var secretKeys = new List<string>();
        foreach (var (key, value) in ((YamlMapping)file["config"]!).Entries)
        {
            var parts = key.Text.Split(':');
            var name = parts.Length == 1 ? $"strata:{parts[0]}" : $"{parts[0]}:{parts[^1]}";
            var json = ToJson(value);
            config[name] = json switch
            {
                null => "",
                JsonValue text when text.TryGetValue<string>(out var s) => s,
                _ => json.ToJsonString(new JsonSerializerOptions { MaxDepth = 200 }),
            };
            if (config[name].Contains("plain-", StringComparison.Ordinal))
            {
                secretKeys.Add(name);
            }
        }

        return (config, secretKeys);
    }

    /// <summary>The environment string, as Go would print it; its JSON escapes more than this one's in no way the tests use.</summary>
    public static int EnvironmentSize(string stackFile) =>
        Encoding.UTF8.GetByteCount("PULUMI_CONFIG=" + JsonSerializer.Serialize(Read(stackFile).Config)) + 1;

    private static JsonNode? ToJson(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping { Entries: [{ Key.Text: "secure", Value: YamlScalar { } ciphertext }] }:
                return JsonValue.Create("plain-" + ciphertext.Text);
            case YamlMapping mapping:
                var members = new JsonObject();
                foreach (var (key, value) in mapping.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal))
                {
                    members.Add(key.Text, ToJson(value));
                }

                return members;
            case YamlSequence sequence:
                return new JsonArray([.. sequence.Items.Select(ToJson)]);
            case YamlScalar { IsPlain: false } text:
                return JsonValue.Create(text.Text);
            case YamlScalar plain:
                var read = PlainScalar.Read(plain.Text);
                return read.Kind switch
                {
                    PlainScalarKind.Null => null,
                    PlainScalarKind.Boolean => JsonValue.Create(read.Text == "true"),
                    PlainScalarKind.Integer => JsonValue.Create(decimal.Parse(read.Text, CultureInfo.InvariantCulture)),
                    PlainScalarKind.Float => JsonNode.Parse(read.Text),
                    _ => JsonValue.Create(read.Text),
                };
            default:
                throw new InvalidOperationException();
        }
    }
}
