using System.Text.Json.Nodes;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;

namespace Strata.Tests.Drift;

/// <summary>The state a stack would have after an update: its plan with every unknown known, and every secret encrypted.</summary>
internal static class AppliedState
{
    private const string Signature = "4dabf18193072939515e22adb298388d";

    public static JsonObject Of(ResourceGraph graph, Resource? leaveOut = null)
    {
        var root = $"urn:pulumi:{graph.Stack}::strata::pulumi:pulumi:Stack::strata-{graph.Stack}";
        var resources = new JsonArray(new JsonObject { ["urn"] = root, ["type"] = "pulumi:pulumi:Stack", ["custom"] = false });
        foreach (var resource in graph.Resources.Where(resource => !ReferenceEquals(resource, leaveOut)))
        {
            resources.Add(new JsonObject
            {
                ["urn"] = Urn(graph, resource),
                ["type"] = resource.TypeToken,
                ["custom"] = resource is not ComponentResource,
                ["external"] = resource is StackReference,
                ["protect"] = resource.ResourceOptions.Protect,
                ["parent"] = resource.ResourceOptions.Parent is { } parent ? Urn(graph, parent) : root,
                ["inputs"] = Object(resource.InputProperties),
            });
        }

        return new JsonObject { ["version"] = 3, ["deployment"] = new JsonObject { ["resources"] = resources } };
    }

    private static string Urn(ResourceGraph graph, Resource resource) => $"urn:pulumi:{graph.Stack}::strata::{ResourceIdentity.Of(resource)}";

    private static JsonObject Object(IEnumerable<Property> properties)
    {
        var json = new JsonObject { ["__defaults"] = new JsonArray("addedByProvider"), ["addedByProvider"] = 1 };
        foreach (var (name, value) in properties)
        {
            json[name] = Of(value);
        }

        return json;
    }

    private static JsonNode? Of(Value value) => value switch
    {
        NullValue => null,
        BoolValue flag => flag.IsTrue,
        NumberValue number => number.Number,
        TextValue text => text.Text,
        ListValue list => new JsonArray([.. list.Items.Select(Of)]),
        ObjectValue map => Object(map.Properties),
        JsonTextValue json when HoldsSecret(json.Content) => Of(new SecretValue(json.Content)),
        JsonTextValue { IsKnown: true } json => JsonText.Of(json.Content),
        JsonTextValue json => Plain(json.Content)!.ToJsonString(),
        SecretValue or ConfigSecretValue => new JsonObject { [Signature] = "1b47061264138c4ac30d75fd1eb44270", ["ciphertext"] = "v1:3Jx8d8L1mH2nQpQ5:Yt9q0kC5m1bW0y2xJr8x7Q==" },
        _ => "known-now",
    };

    /// <summary>Text with a secret in it is a secret as a whole.</summary>
    private static bool HoldsSecret(Value value) => value switch
    {
        SecretValue or ConfigSecretValue => true,
        ObjectValue map => map.Properties.Any(property => HoldsSecret(property.Value)),
        ListValue list => list.Items.Any(HoldsSecret),
        InterpolatedValue text => text.Parts.Any(HoldsSecret),
        JsonTextValue json => HoldsSecret(json.Content),
        _ => false,
    };

    /// <summary>Inside JSON text there are no marks.</summary>
    private static JsonNode? Plain(Value value) => value switch
    {
        ObjectValue map => new JsonObject(map.Properties.Select(property => KeyValuePair.Create(property.Name, Plain(property.Value)))),
        ListValue list => new JsonArray([.. list.Items.Select(Plain)]),
        SecretValue secret => Plain(secret.Content),
        JsonTextValue json => Plain(json.Content)?.ToJsonString(),
        _ => Of(value) is JsonObject ? "secret" : Of(value),
    };
}
