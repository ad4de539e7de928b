using System.Text.Json;
using Strata.Platform.Costs;

namespace Strata.Cli.Output;

/// <summary>
/// Costs for programs: <c>{"currency": "USD", "by", "groups": [{owner, name, low, expected, high, unknown}], "stacks": [{stack, team, low,
/// expected, high, unknown, parts: [{component, resource, what, low, expected, high, basis} or {component, resource, what, missing}]}]}</c>.
/// Amounts are dollars a month rounded to cents; a group of which nothing is known has none.
/// </summary>
internal static class CostJson
{
    public static void Write(TextWriter writer, IReadOnlyList<StackCost> costs, string by, IReadOnlyList<CostGroup> groups) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteString("currency", "USD");
        json.WriteString("by", by);
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            if (group.Owner.Length > 0)
            {
                json.WriteString("owner", group.Owner);
            }

            json.WriteString("name", group.Name);
            if (!group.IsUnknown)
            {
                WriteRange(json, group.Known);
            }

            json.WriteNumber("unknown", group.Unknown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("stacks");
        foreach (var cost in costs)
        {
            Write(json, cost);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Low, expected and high as properties of the object that is being written.</summary>
    public static void WriteRange(Utf8JsonWriter json, CostRange range)
    {
        json.WriteNumber("low", decimal.Round(range.Low, 2));
        json.WriteNumber("expected", decimal.Round(range.Expected, 2));
        json.WriteNumber("high", decimal.Round(range.High, 2));
    }

    private static void Write(Utf8JsonWriter json, StackCost cost)
    {
        json.WriteStartObject();
        json.WriteString("stack", cost.Stack);
        json.WriteString("team", cost.Team);
        WriteRange(json, cost.Known);
        json.WriteNumber("unknown", cost.Unknown);
        json.WriteStartArray("parts");
        foreach (var part in cost.Parts)
        {
            json.WriteStartObject();
            json.WriteString("component", part.Component);
            json.WriteString("resource", part.Resource);
            json.WriteString("what", part.What);
            if (part.Monthly is { } monthly)
            {
                WriteRange(json, monthly);
                json.WriteString("basis", part.Basis);
            }
            else
            {
                json.WriteString("missing", part.Missing);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
