using System.Text.Json.Nodes;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Platform.Tests.Cells;

/// <summary>The resources of a cell's whole stack with their inputs as JSON: references are written as text.</summary>
internal sealed record CellObject(Resource Resource, JsonNode Inputs)
{
    public string Type => Resource.TypeToken;

    public string? Name => Said(Inputs["metadata"]?["name"]);

    public string? Namespace => Said(Inputs["metadata"]?["namespace"]);

    public static IReadOnlyList<CellObject> Of(string path, string environment = "prod") =>
        [.. Cell.Of(path).Graph(environment).Resources.Select(resource => new CellObject(resource, new JsonObject(resource.InputProperties.Select(input => KeyValuePair.Create(input.Name, Node(input.Value))))))];

    /// <summary>Every property at any depth, with its name.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Everything(JsonNode? node) => node switch
    {
        JsonObject many => many.SelectMany(entry => Everything(entry.Value).Prepend(entry)),
        JsonArray list => list.SelectMany(Everything),
        _ => [],
    };

    public static string? Said(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The pod that a Deployment or its like makes; null for others.</summary>
    public JsonNode? Pod => Type switch
    {
        "kubernetes:apps/v1:Deployment" or "kubernetes:apps/v1:StatefulSet" or "kubernetes:apps/v1:DaemonSet" or "kubernetes:batch/v1:Job" => Inputs["spec"]?["template"],
        "kubernetes:batch/v1:CronJob" => Inputs["spec"]?["jobTemplate"]?["spec"]?["template"],
        _ => null,
    };

    /// <summary>Whether all of a selector's labels are among some labels.</summary>
    public static bool Selects(JsonNode? selector, JsonNode? labels) =>
        selector is JsonObject wanted && labels is JsonObject had && wanted.All(label => Said(had[label.Key]) == Said(label.Value));

    private static JsonNode? Node(Value value) => value switch
    {
        ObjectValue many => new JsonObject(many.Properties.Select(entry => KeyValuePair.Create(entry.Name, Node(entry.Value)))),
        ListValue list => new JsonArray([.. list.Items.Select(Node)]),
        TextValue text => JsonValue.Create(text.Text),
        NumberValue number => JsonValue.Create(number.Number),
        _ => JsonValue.Create(ValueText.Of(value)),
    };
}
