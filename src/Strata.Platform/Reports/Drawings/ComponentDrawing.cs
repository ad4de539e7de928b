using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Components;

namespace Strata.Platform.Reports;

/// <summary>A stack's components, with an arrow from each to those that use it.</summary>
internal static class ComponentDrawing
{
    private static readonly Dictionary<string, ComponentKind> KindOf = ComponentCatalog.Kinds.ToDictionary(kind => kind.TypeToken, StringComparer.Ordinal);

    public static Drawing Of(ResourceGraph graph)
    {
        var roots = graph.Resources.Where(resource => resource is StackReference || (resource is ComponentResource && resource.ResourceOptions.Parent is null)).ToList();
        var nodes = roots.Select(Node).ToList();
        var edges = GraphEdge.Of(graph)
            .Select(edge => (From: RootOf(graph.Resources[edge.To]), To: RootOf(graph.Resources[edge.From])))
            .Where(edge => edge.From != edge.To && IsShown(edge.From) && IsShown(edge.To))
            .Select(edge => new DrawingEdge(Id(edge.From), Id(edge.To)))
            .Distinct()
            .ToList();
        return new Drawing(nodes, edges);
    }

    /// <summary>The id of a component's node and of its part of the page.</summary>
    public static string Id(Resource resource) => resource switch
    {
        StackReference reference => $"stack-{reference.Stack}",
        _ when KindOf.TryGetValue(resource.TypeToken, out var kind) => $"{kind.Section}-{resource.LogicalName}",
        _ => $"foundation-{resource.TypeToken.Split(':')[^1]}-{resource.LogicalName}",
    };

    /// <summary>The kind that a component comes from; null for what a stack has without asking by name: networks, keys.</summary>
    public static ComponentKind? Kind(Resource resource) => KindOf.GetValueOrDefault(resource.TypeToken);

    private static DrawingNode Node(Resource resource) => resource switch
    {
        StackReference { Stack: var stack } => new DrawingNode(Id(resource), stack, "another stack", "Another stack", $"{stack}.html"),
        _ when Kind(resource) is { } kind => new DrawingNode(Id(resource), resource.LogicalName, kind.Facts?.Title ?? kind.Name, Layer.Of(kind).Title, "#" + Id(resource)),
        _ => new DrawingNode(Id(resource), resource.LogicalName, TypeName.Short(resource.TypeToken).Split(':', '.')[^1], "Foundation", "#" + Id(resource)),
    };

    private static bool IsShown(Resource resource) => resource is ComponentResource or StackReference;

    private static Resource RootOf(Resource resource)
    {
        while (resource.ResourceOptions.Parent is { } parent)
        {
            resource = parent;
        }

        return resource;
    }
}
