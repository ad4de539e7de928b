using System.Text.Encodings.Web;
using System.Text.Json;

namespace Strata.Graph.Formats;

/// <summary>
/// The whole graph as JSON: <c>{"stack", "resources", "components", "references", "outputs"}</c>.
/// <para>
/// The three lists share one numbering, <c>index</c>, which is the order of registration. <c>resources</c> holds what a provider
/// creates, and the providers: <c>{index, type, name, parent, inputs, options}</c> and, when its inputs refer to others,
/// <c>dependencies</c>: each of them once. <c>components</c>: <c>{index, type, name, parent, origin, options, outputs}</c>,
/// the origin as <c>file:line:column</c>. <c>references</c>: the other stacks that are read, <c>{index, stack}</c>.
/// </para>
/// <para>
/// A resource is pointed at by its <see cref="ResourceKey"/>; a parent is null for the stack itself. <c>options</c> holds only
/// what is not the default. Values are as <see cref="ValueJson"/> says.
/// </para>
/// </summary>
public static class GraphJson
{
    // Without it the writer keeps all of a large graph in memory, and copies it each time it grows.
    private const int FlushSize = 64 * 1024;

    /// <summary>Indented, with the same line breaks on every system, and letters as they are.</summary>
    public static JsonWriterOptions Indented { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
        SkipValidation = true,
    };

    public static void Write(Utf8JsonWriter writer, ResourceGraph graph)
    {
        var (resources, components, references) = Split(graph.Resources);
        writer.WriteStartObject();
        writer.WriteString("stack", graph.Stack);
        WriteList(writer, "resources", resources, WriteResource);
        WriteList(writer, "components", components, WriteComponent);
        WriteList(writer, "references", references, WriteReference);
        writer.WritePropertyName("outputs");
        ValueJson.WriteProperties(writer, graph.Outputs);
        writer.WriteEndObject();
    }

    private static (List<(int, Resource)>, List<(int, ComponentResource)>, List<(int, StackReference)>) Split(IReadOnlyList<Resource> all)
    {
        var resources = new List<(int, Resource)>(all.Count);
        var components = new List<(int, ComponentResource)>();
        var references = new List<(int, StackReference)>();
        for (var i = 0; i < all.Count; i++)
        {
            switch (all[i])
            {
                case ComponentResource component:
                    components.Add((i, component));
                    break;
                case StackReference reference:
                    references.Add((i, reference));
                    break;
                default:
                    resources.Add((i, all[i]));
                    break;
            }
        }

        return (resources, components, references);
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, List<(int Index, T Item)> items, Action<Utf8JsonWriter, T> writeMembers)
    {
        writer.WriteStartArray(name);
        foreach (var (index, item) in items)
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", index);
            writeMembers(writer, item);
            writer.WriteEndObject();
            if (writer.BytesPending > FlushSize)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteResource(Utf8JsonWriter writer, Resource resource)
    {
        WriteIdentity(writer, resource);
        writer.WritePropertyName("inputs");
        ValueJson.WriteProperties(writer, resource.InputProperties);
        WriteOptions(writer, resource.ResourceOptions);
        WriteKeys(writer, "dependencies", [.. resource.InputProperties.SelectMany(input => Dependencies.In(input.Value)).Distinct()]);
    }

    private static void WriteComponent(Utf8JsonWriter writer, ComponentResource component)
    {
        WriteIdentity(writer, component);
        if (component.Origin is { StartPosition: var (line, column) } origin)
        {
            writer.WriteString("origin", $"{origin.Source.Path}:{line}:{column}");
        }
        else
        {
            writer.WriteNull("origin");
        }

        WriteOptions(writer, component.ResourceOptions);
        writer.WritePropertyName("outputs");
        ValueJson.WriteProperties(writer, component.Outputs);
    }

    private static void WriteReference(Utf8JsonWriter writer, StackReference reference) => writer.WriteString("stack", reference.Stack);

    private static void WriteIdentity(Utf8JsonWriter writer, Resource resource)
    {
        writer.WriteString("type", resource.TypeToken);
        writer.WriteString("name", resource.LogicalName);
        writer.WriteString("parent", resource.ResourceOptions.Parent is { } parent ? ResourceKey.Of(parent) : null);
    }

    private static void WriteOptions(Utf8JsonWriter writer, ResourceOptions options)
    {
        writer.WriteStartObject("options");
        WriteKeys(writer, "dependsOn", options.DependsOn);
        WriteFlag(writer, "protect", options.Protect);
        WriteFlag(writer, "retainOnDelete", options.RetainOnDelete);
        WriteTexts(writer, "ignoreChanges", options.IgnoreChanges);
        WriteFlag(writer, "deleteBeforeReplace", options.DeleteBeforeReplace);
        WriteText(writer, "provider", options.Provider is { } provider ? ResourceKey.Of(provider) : null);
        WriteAliases(writer, options.Aliases);
        WriteText(writer, "import", options.Import);
        writer.WriteEndObject();
    }

    private static void WriteAliases(Utf8JsonWriter writer, IReadOnlyList<ResourceAlias> aliases)
    {
        if (aliases.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("aliases");
        foreach (var alias in aliases)
        {
            writer.WriteStartObject();
            WriteText(writer, "name", alias.Name);
            WriteText(writer, "type", alias.Type);
            WriteText(writer, "parentName", alias.ParentName);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteKeys(Utf8JsonWriter writer, string name, IReadOnlyList<Resource> resources)
    {
        if (resources.Count > 0)
        {
            WriteTexts(writer, name, resources.Select(ResourceKey.Of));
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        if (!texts.Any())
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WriteBoolean(name, true);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
