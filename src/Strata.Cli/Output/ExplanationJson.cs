using Strata.Platform.Stacks.Explain;

namespace Strata.Cli.Output;

/// <summary>Resolved values as JSON: <c>{ "stack", "values": [ { path, value, origin, file, line, column, description } ] }</c>.</summary>
internal static class ExplanationJson
{
    public static void Write(TextWriter writer, string stack, IReadOnlyList<Explanation> explanations) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteString("stack", stack);
        json.WriteStartArray("values");
        foreach (var explanation in explanations)
        {
            json.WriteStartObject();
            json.WriteString("path", explanation.Path);
            json.WriteString("value", explanation.Value);
            json.WriteString("origin", explanation.Origin switch { Origin.Set => "set", Origin.Inherited => "inherited", _ => "default" });
            if (explanation.Place is { } place)
            {
                var (line, column) = place.StartPosition;
                json.WriteString("file", place.Source.Path);
                json.WriteNumber("line", line);
                json.WriteNumber("column", column);
            }

            json.WriteString("description", explanation.Description);
            if (explanation.Why is { } why)
            {
                json.WriteString("why", why);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
