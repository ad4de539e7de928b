using System.Text.Json;
using Strata.Generator.Model;

namespace Strata.Generator.Reading;

/// <summary>
/// Reads <c>pulumi-input-facts/1</c>: inputs with their types and flags, outputs by name only. Flags are present only when
/// they hold.
/// </summary>
public static class FactsReader
{
    public const string Format = "pulumi-input-facts/1";

    public static PackageModel Read(JsonElement root)
    {
        var enums = root.Members("types").Where(type => type.Value.Has("enum")).Select(type => type.Name).ToHashSet();
        return new PackageModel(
            root.Text("provider")!,
            root.Text("version")!,
            root.Members("resources").ToDictionary(member => member.Name, member => Resource(member.Name, member.Value)),
            root.Members("types").Where(member => member.Value.Has("props")).ToDictionary(
                member => member.Name,
                member => new TypeModel(member.Name, Properties(member.Value, "props"))));

        ResourceModel Resource(string token, JsonElement resource)
        {
            // Where the facts list paths (Kubernetes), an input's own flag means the whole of it; elsewhere a nested block's
            // flag means the block as such.
            var listed = resource.Has("replacePaths");
            var inputs = Properties(resource, "inputs");
            var whole = listed ? inputs.Where(input => input.Replace is Replacement.Always).Select(input => input.Name) : [];
            var secrets = resource.Texts("secretOutputs");
            return new ResourceModel(
                token,
                listed ? [.. inputs.Select(input => input with { Replace = Replacement.Never })] : inputs,
                [.. resource.Texts("outputs").Order(StringComparer.Ordinal).Select(name => Output(resource, name) with { Secret = secrets.Contains(name) })])
            {
                ReplacePaths = [.. resource.Texts("replacePaths").Concat(whole).Distinct().Order(StringComparer.Ordinal)],
                MayReplacePaths = resource.At("replacePathsConditional")?.Texts("paths").Order(StringComparer.Ordinal).ToList() ?? [],
                DeleteBeforeReplace = resource.Flag("deleteBeforeReplace"),
                Deprecated = resource.Has("deprecated"),
                IsComponent = resource.Flag("component"),
            };
        }

        List<PropertyModel> Properties(JsonElement owner, string name) =>
            [.. owner.Members(name).Select(member => Property(member.Name, member.Value))];

        PropertyModel Property(string name, JsonElement fact) => new(name, new FactsTypeParser(fact.Text("type")!, enums).Parse())
        {
            Required = fact.Flag("required") && !fact.Has("autoDefault") && !fact.Has("const") && !fact.Has("default"),
            Replace = Replace(fact),
            Secret = fact.Flag("secret"),
            Deprecated = fact.Has("deprecated"),
            Constant = fact.At("const")?.ToString(),
            CSharpName = fact.Text("csharpName"),
            Values = fact.Text("valuesRef") is { } set ? root.At("valueSets")?.Texts(set) ?? [] : fact.Texts("values"),
            Min = fact.Number("min"),
            Max = fact.Number("max"),
        };
    }

    private static Replacement Replace(JsonElement fact) =>
        fact.Flag("replace") ? Replacement.Always
        : fact.Text("replace") is "conditional" ? Replacement.Sometimes
        : fact.Flag("replaceUnknown") ? Replacement.Unknown
        : Replacement.Never;

    // Names are all the facts know of outputs. These are maps wherever they occur, and a Kubernetes object's status is an object.
    private static OutputModel Output(JsonElement resource, string name) => new(name, name switch
    {
        "tagsAll" or "effectiveAnnotations" or "effectiveLabels" or "pulumiLabels" => new MapType(PrimitiveType.Text),
        "status" when resource.Has("apiVersion") => new AnyType(),
        _ => PrimitiveType.Text,
    });
}
