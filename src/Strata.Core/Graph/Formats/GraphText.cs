using Strata.Text;

namespace Strata.Graph.Formats;

/// <summary>The graph for people: a tree of components with their resources, and the inputs of each in short form.</summary>
public static class GraphText
{
    /// <param name="width">Columns of the longest line; longer values are cut.</param>
    public static void Write(TextWriter writer, ResourceGraph graph, ITextStyle style, int width = 120)
    {
        var components = graph.Resources.Count(resource => resource is ComponentResource);
        var references = graph.Resources.Count(resource => resource is StackReference);
        var resources = graph.Resources.Count - components - references;
        var line = $"{graph.Stack}: {Count.Of(resources, "resource")} in {Count.Of(components, "component")}";
        TreeLines.Write(writer, style, "", TextTone.Strong, references == 0 ? line : $"{line}, {Count.Of(references, "stack reference")}", width);
        foreach (var root in ResourceNode.RootsOf(graph))
        {
            writer.Write('\n');
            WriteNode(writer, style, root, "", "", width);
        }

        if (graph.Outputs.Count > 0)
        {
            writer.Write('\n');
            TreeLines.Write(writer, style, "", TextTone.Strong, "outputs", width);
            WriteProperties(writer, style, graph.Outputs, "  ", width);
        }
    }

    private static void WriteNode(TextWriter writer, ITextStyle style, ResourceNode node, string branch, string indent, int width)
    {
        var resource = node.Resource;
        TreeLines.Write(writer, style, branch, resource is ComponentResource ? TextTone.Strong : TextTone.Plain, Title(resource), width);
        var belowLines = indent + (node.Children.Count > 0 ? "│ " : "  ");
        if (OptionsOf(resource.ResourceOptions) is { Length: > 0 } options)
        {
            TreeLines.Write(writer, style, belowLines, TextTone.Accent, $"({options})", width);
        }

        WriteProperties(writer, style, resource is ComponentResource component ? component.Outputs : resource.InputProperties, belowLines, width);
        for (var i = 0; i < node.Children.Count; i++)
        {
            var last = i == node.Children.Count - 1;
            WriteNode(writer, style, node.Children[i], TreeLines.Branch(indent, last), TreeLines.Below(indent, last), width);
        }
    }

    private static string Title(Resource resource) => resource switch
    {
        StackReference reference => $"reads stack {reference.Stack}",
        ComponentResource { Origin: { } origin } => $"{TypeName.Short(resource.TypeToken)} {resource.LogicalName} at {origin}",
        _ => $"{TypeName.Short(resource.TypeToken)} {resource.LogicalName}",
    };

    private static void WriteProperties(TextWriter writer, ITextStyle style, IReadOnlyList<Property> properties, string lines, int width)
    {
        foreach (var (name, value) in properties)
        {
            var label = name + ": ";
            TreeLines.Write(writer, style, lines, TextTone.Plain, label + ValueText.Of(value, Math.Max(8, width - lines.Length - label.Length)), width);
        }
    }

    private static string OptionsOf(ResourceOptions options) => string.Join(", ", new[]
    {
        options.Protect ? "protected" : "",
        options.RetainOnDelete ? "kept when deleted" : "",
        options.DeleteBeforeReplace ? "deleted before replaced" : "",
        options.IgnoreChanges.Count > 0 ? $"ignores changes of {string.Join(", ", options.IgnoreChanges)}" : "",
        options.DependsOn.Count > 0 ? $"after {string.Join(", ", options.DependsOn.Select(r => r.LogicalName))}" : "",
        options.Import is { } id ? $"imports {id}" : "",
    }.Where(text => text.Length > 0));
}
