using System.Text.Json.Nodes;
using Strata.Platform.Stacks.Binding;
using Strata.Platform.Stacks.Format;
using Strata.Platform.Stacks.Shapes;

namespace Strata.Platform.Stacks.Schema;

/// <summary>
/// The JSON schema (draft 7, which editors' YAML support reads) of stack files and fragments. Nothing is required in it: what is
/// missing may be inherited, and whether it is there in the end is for <c>strata validate</c> to say.
/// </summary>
public static class StackSchema
{
    /// <summary>The schema as an object with its properties in a fixed order.</summary>
    public static JsonObject Create()
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal)
        {
            ["unset"] = new JsonObject
            {
                ["description"] = "Removes what a fragment sets.",
                ["type"] = "object",
                ["properties"] = new JsonObject { ["$unset"] = new JsonObject { ["const"] = true } },
                ["required"] = new JsonArray("$unset"),
                ["additionalProperties"] = false,
            },
            ["secure"] = new JsonObject
            {
                ["description"] = "Written by 'pulumi config set --secret'.",
                ["type"] = "object",
                ["properties"] = new JsonObject { ["secure"] = new JsonObject { ["type"] = "string" } },
                ["additionalProperties"] = false,
            },
        };
        var config = new JsonObject
        {
            ["strata:extends"] = new JsonObject
            {
                ["description"] = "Fragments to start from, relative to stacks/ and without .yaml; later ones win, and this file wins over all.",
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
            },
        };
        config["strata:" + StackFormat.Key] = new JsonObject { ["description"] = "The version of the file's form; the newest when left out.", ["const"] = StackFormat.Current };
        foreach (var property in ShapeReader.Of<StackConfig>().Properties)
        {
            config["strata:" + property.Name] = Described(property, definitions);
        }

        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Strata stack file",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["config"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = config,
                    ["patternProperties"] = new JsonObject { ["^(?!strata:)[^:]+:.+$"] = new JsonObject() },
                    ["additionalProperties"] = false,
                },
                ["secretsprovider"] = new JsonObject { ["type"] = "string" },
                ["encryptedkey"] = new JsonObject { ["type"] = "string" },
                ["encryptionsalt"] = new JsonObject { ["type"] = "string" },
                ["environment"] = new JsonObject(),
            },
            ["additionalProperties"] = false,
            ["definitions"] = new JsonObject(definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))),
        };
    }

    private static JsonObject Described(PropertyShape property, SortedDictionary<string, JsonNode> definitions)
    {
        var schema = new JsonObject { ["description"] = property.Description };
        if (property.PerEnvironment is { } per)
        {
            schema["description"] = per.Dev == per.Prod ? property.Description : $"{property.Description} Default: {Shown(per.Dev)} in dev, {Shown(per.Staging)} in staging, {Shown(per.Prod)} in prod.";
        }

        schema["anyOf"] = new JsonArray(Of(property.Shape, definitions), Reference("unset"));
        return schema;
    }

    private static string Shown(string text) => text.Length == 0 ? "none" : text;

    private static JsonObject Of(Shape shape, SortedDictionary<string, JsonNode> definitions)
    {
        switch (shape)
        {
            case TextShape text:
                return text.Regex is null ? Typed("string") : new JsonObject { ["type"] = "string", ["pattern"] = text.Regex };
            case BooleanShape:
                return Typed("boolean");
            case NumberShape number:
                return Number(number);
            case ChoiceShape choice:
                return new JsonObject { ["enum"] = new JsonArray([.. choice.Words.Select(word => (JsonNode)word.Key)]) };
            case UnitShape unit:
                return new JsonObject { ["type"] = new JsonArray("string", "number"), ["pattern"] = unit.Pattern, ["examples"] = new JsonArray(unit.Example) };
            case ReferenceShape reference:
                return new JsonObject { ["type"] = "string", ["description"] = $"The name of a {KindNames.Of(reference.Target)}." };
            case SecretShape:
                return new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["secret"] = Typed("string") },
                    ["required"] = new JsonArray("secret"),
                    ["additionalProperties"] = false,
                };
            case SecretNamesShape:
                return new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference("secure") };
            case ListShape list:
                var items = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item, definitions) };
                var append = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["$append"] = items.DeepClone() },
                    ["required"] = new JsonArray("$append"),
                    ["additionalProperties"] = false,
                };
                return new JsonObject { ["anyOf"] = new JsonArray(items, append) };
            case MapShape map:
                return Map(map, definitions);
            case RecordShape record:
                return Record(record, null, definitions);
            case UnionShape union:
                return new JsonObject
                {
                    ["anyOf"] = new JsonArray([.. union.Kinds.Select(kind => (JsonNode)Record(kind.Record, (union.Discriminator, kind.Name), definitions))]),
                };
            default:
                throw new InvalidOperationException($"{shape.GetType().Name} has no schema.");
        }
    }

    private static JsonObject Number(NumberShape shape)
    {
        var schema = Typed(shape.IsWhole ? "integer" : "number");
        if (shape.Min > double.MinValue)
        {
            schema["minimum"] = shape.Min;
        }

        if (shape.Max < double.MaxValue)
        {
            schema["maximum"] = shape.Max;
        }

        return schema;
    }

    private static JsonObject Map(MapShape map, SortedDictionary<string, JsonNode> definitions)
    {
        var item = new JsonObject { ["anyOf"] = new JsonArray(Of(map.Item, definitions), Reference("unset")) };
        return map.Key is TextShape { Regex: { } regex }
            ? new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { [regex] = item }, ["additionalProperties"] = false }
            : new JsonObject { ["type"] = "object", ["additionalProperties"] = item };
    }

    private static JsonObject Record(RecordShape record, (string Discriminator, string Kind)? kind, SortedDictionary<string, JsonNode> definitions)
    {
        var name = record.Type.Name;
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject();
            var properties = new JsonObject();
            if (kind is { } k)
            {
                properties[k.Discriminator] = new JsonObject { ["const"] = k.Kind };
            }

            foreach (var property in record.Properties)
            {
                properties[property.Name] = Described(property, definitions);
            }

            definitions[name] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        }

        return Reference(name);
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };
}
