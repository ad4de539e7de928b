using System.Text.Json;
using Strata.Platform;
using Strata.Platform.Moves;

namespace Strata.Cli.Output;

/// <summary>
/// A comparison for programs: <c>{"stack", "currency": "USD", "plans": [{cloud, place, low, expected, high, unknown, hardware, components:
/// [{name, becomes, refusals: []}], steps: []}]}</c>; the first plan is where the stack is. <c>becomes</c> is null for what cannot be made.
/// </summary>
internal static class ComparisonJson
{
    public static void Write(TextWriter writer, CloudComparison comparison) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteString("stack", comparison.Stack);
        json.WriteString("currency", "USD");
        json.WriteStartArray("plans");
        Write(json, comparison.Here);
        foreach (var plan in comparison.Elsewhere)
        {
            Write(json, plan);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, CloudPlan plan)
    {
        json.WriteStartObject();
        json.WriteString("cloud", plan.Cloud.Word());
        json.WriteString("place", plan.Place);
        CostJson.WriteRange(json, plan.Cost.Known);
        json.WriteNumber("unknown", plan.Cost.Unknown);
        if (plan.Hardware is { } hardware)
        {
            json.WriteNumber("hardware", hardware);
        }

        json.WriteStartArray("components");
        foreach (var component in plan.Components)
        {
            json.WriteStartObject();
            json.WriteString("name", component.Name);
            json.WriteString("becomes", component.Becomes);
            WriteTexts(json, "refusals", component.Refusals);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "steps", plan.Steps);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
