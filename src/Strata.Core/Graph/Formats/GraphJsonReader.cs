using System.Text.Json;

namespace Strata.Graph.Formats;

/// <summary>
/// Reads back what <see cref="GraphJson"/> writes, so that writing it again gives the same bytes. The text of secrets is not in there,
/// nor are the places in stack files; and a call with arguments inside of a text is text from then on.
/// </summary>
public static class GraphJsonReader
{
    private const string Providers = "pulumi:providers:";

    /// <param name="factsOf">What is known of a resource type.</param>
    /// <exception cref="FormatException">It is not the JSON of a graph.</exception>
    public static ResourceGraph Read(JsonElement graph, Func<string, ResourceFacts> factsOf)
    {
        try
        {
            return new Reading(factsOf).Read(graph);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("It is not the JSON of a graph.", e);
        }
    }

    private sealed class Reading(Func<string, ResourceFacts> factsOf)
    {
        private readonly KnownResources _known = new();

        public ResourceGraph Read(JsonElement graph)
        {
            var items = new[] { "resources", "components", "references" }
                .SelectMany(list => graph.GetProperty(list).EnumerateArray().Select(item => (List: list, Item: item)))
                .OrderBy(item => item.Item.GetProperty("index").GetInt32());
            var resources = new List<Resource>();
            var outputsOf = new List<(ComponentResource Component, JsonElement Outputs)>();
            foreach (var (list, item) in items)
            {
                Resource resource = list switch
                {
                    "references" => new StackReference(item.GetProperty("stack").GetString()!),
                    "components" => Component(item),
                    _ => Custom(item),
                };
                _known.Add(resource);
                resources.Add(resource);
                if (resource is ComponentResource component)
                {
                    outputsOf.Add((component, item.GetProperty("outputs")));
                }
            }

            // A component comes before its children, and its outputs are theirs.
            foreach (var (component, values) in outputsOf)
            {
                foreach (var (name, value) in Properties(values, null))
                {
                    component.Export(name, value);
                }
            }

            var outputs = Properties(graph.GetProperty("outputs"), null);
            return new ResourceGraph(graph.GetProperty("stack").GetString()!, resources, outputs);
        }

        private ComponentResource Component(JsonElement item) =>
            new(item.GetProperty("type").GetString()!, item.GetProperty("name").GetString()!, Options(item));

        private CustomResource Custom(JsonElement item)
        {
            var (type, name, options) = (item.GetProperty("type").GetString()!, item.GetProperty("name").GetString()!, Options(item));
            var inputs = Properties(item.GetProperty("inputs"), item);
            return type.StartsWith(Providers, StringComparison.Ordinal)
                ? new StoredProvider(type[Providers.Length..], name, options, inputs)
                : new StoredResource(type, name, options, factsOf(type), inputs);
        }

        private IReadOnlyList<Property> Properties(JsonElement map, JsonElement? resource) =>
            new ValueJsonReader(_known, resource is { } item ? Texts(item, "dependencies") : []).Properties(map, masked: false);

        private ResourceOptions Options(JsonElement item)
        {
            var options = item.GetProperty("options");
            return new ResourceOptions
            {
                Parent = item.GetProperty("parent").GetString() is { } parent ? _known.Find(parent) : null,
                DependsOn = [.. Texts(options, "dependsOn").Select(_known.Find)],
                Protect = options.TryGetProperty("protect", out _),
                RetainOnDelete = options.TryGetProperty("retainOnDelete", out _),
                IgnoreChanges = Texts(options, "ignoreChanges"),
                DeleteBeforeReplace = options.TryGetProperty("deleteBeforeReplace", out _),
                Provider = Text(options, "provider") is { } provider ? (ProviderResource)_known.Find(provider) : null,
                Aliases = options.TryGetProperty("aliases", out var aliases)
                    ? [.. aliases.EnumerateArray().Select(alias => new ResourceAlias(Text(alias, "name"), Text(alias, "type"), Text(alias, "parentName")))]
                    : [],
                Import = Text(options, "import"),
            };
        }

        private static string? Text(JsonElement map, string name) => map.TryGetProperty(name, out var value) ? value.GetString() : null;

        private static IReadOnlyList<string> Texts(JsonElement map, string name) =>
            map.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
    }
}
