using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Strata.Cli.Output.Previews;

/// <summary>The JSON schema of a preview's JSON, made from the records that are written.</summary>
internal static class PreviewSchema
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static string Text()
    {
        var schema = (JsonObject)PreviewJson.Options.GetJsonSchemaAsNode(typeof(PreviewDocument), Exporter);
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "strata preview --format json" };
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            whole[name] = value;
        }

        return whole.ToJsonString(PreviewJson.Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var text = (context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type)?.GetCustomAttributes(typeof(DescriptionAttribute), false).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (schema is not JsonObject map)
        {
            return text is null ? schema : new JsonObject { ["description"] = text };
        }

        if (text is not null)
        {
            map.Insert(0, "description", text);
        }

        if (map.ContainsKey("properties"))
        {
            map["additionalProperties"] = false;
        }

        return map;
    }
}
