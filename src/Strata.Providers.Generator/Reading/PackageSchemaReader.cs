using System.Text.Json;
using Strata.Generator.Model;

namespace Strata.Generator.Reading;

/// <summary>Reads Pulumi's own package schema, as <c>pulumi package get-schema</c> prints it.</summary>
public static class PackageSchemaReader
{
    private const string Types = "#/types/";

    public static PackageModel Read(JsonElement root)
    {
        var enums = root.Members("types").Where(type => type.Value.Has("enum"))
            .ToDictionary(type => TypeId(type.Name), type => new PrimitiveType(type.Value.Text("type") ?? "string"));
        var resources = root.Members("resources").ToDictionary(member => member.Name, member => Resource(member.Name, member.Value));
        var package = root.Text("name")!;
        if (root.At("provider") is { } provider)
        {
            var token = $"pulumi:providers:{package}";
            resources[token] = Resource(token, provider);
        }

        return new PackageModel(
            package,
            root.Text("version") ?? "",
            resources,
            root.Members("types").Where(member => !member.Value.Has("enum")).ToDictionary(
                member => TypeId(member.Name),
                member => new TypeModel(TypeId(member.Name), Properties(member.Value, "properties", "required"))))
        {
            Namespaces = root.At("language", "csharp") is { } csharp
                ? csharp.Members("namespaces").ToDictionary(member => member.Name, member => member.Value.GetString()!)
                : [],
        };

        ResourceModel Resource(string token, JsonElement resource)
        {
            var inputs = Properties(resource, "inputProperties", "requiredInputs");
            return new ResourceModel(
                token,
                inputs,
                [.. resource.Members("properties").Select(member => new OutputModel(member.Name, Type(member.Value)) { Secret = member.Value.Flag("secret") })])
            {
                ReplacePaths = IsKubernetesObject(inputs) ? ["metadata.name", "metadata.namespace"] : [],
                Deprecated = resource.Has("deprecationMessage"),
                IsComponent = resource.Flag("isComponent"),
            };
        }

        List<PropertyModel> Properties(JsonElement owner, string name, string requiredName)
        {
            var required = owner.Texts(requiredName);
            return [.. owner.Members(name).Select(member => Property(member.Name, member.Value, required.Contains(member.Name)))];
        }

        PropertyModel Property(string name, JsonElement property, bool required) => new(name, Type(property))
        {
            Required = required && !property.Has("const") && !property.Has("default"),
            Replace = property.Flag("replaceOnChanges") || property.Flag("willReplaceOnChanges") ? Replacement.Always : Replacement.Never,
            Secret = property.Flag("secret"),
            Deprecated = property.Has("deprecationMessage"),
            Constant = property.At("const")?.ToString(),
            CSharpName = property.At("language", "csharp")?.Text("name"),
        };

        PropertyType Type(JsonElement type)
        {
            if (type.Text("$ref") is { } reference)
            {
                return Reference(Uri.UnescapeDataString(reference));
            }

            if (type.At("oneOf") is { } choices)
            {
                return UnionType.Of(choices.EnumerateArray().Select(Type));
            }

            return type.Text("type") switch
            {
                "array" => new ListType(Type(type.GetProperty("items"))),
                "object" => new MapType(type.At("additionalProperties") is { } item ? Type(item) : PrimitiveType.Text),
                { } primitive => new PrimitiveType(primitive),
                null => new AnyType(),
            };
        }

        PropertyType Reference(string reference)
        {
            if (reference.StartsWith(Types, StringComparison.Ordinal))
            {
                var id = TypeId(reference[Types.Length..]);
                return enums.TryGetValue(id, out var primitive) ? primitive : new BlockType(id);
            }

            return reference switch
            {
                "pulumi.json#/Asset" or "pulumi.json#/Archive" => new AssetType(),
                _ when reference.Contains("#/resources/", StringComparison.Ordinal) => PrimitiveType.Text,
                _ => new AnyType(),
            };
        }
    }

    private static string TypeId(string token) => Token.OfResource(token).TypeId;

    // The Kubernetes schema does not say what replaces an object; its identity does in every kind.
    private static bool IsKubernetesObject(List<PropertyModel> inputs) =>
        inputs.Exists(input => input is { Name: "apiVersion", Constant: not null }) && inputs.Exists(input => input.Name == "metadata");
}
