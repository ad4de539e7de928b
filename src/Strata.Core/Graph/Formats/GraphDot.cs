using Strata.Text;

namespace Strata.Graph.Formats;

/// <summary>
/// Graphviz: components are clusters, an edge leads from a resource to what it refers to (dashed for <c>dependsOn</c>). Nodes
/// are called <c>n</c> and their place in the registration order.
/// </summary>
public static class GraphDot
{
    public static void Write(TextWriter writer, ResourceGraph graph)
    {
        var ids = GraphNames.Of(graph);
        var edges = GraphEdge.Of(graph);
        var ends = edges.Select(edge => edge.To).Concat(edges.Select(edge => edge.From)).Where(i => graph.Resources[i] is ComponentResource)
            .Select(i => graph.Resources[i]).ToHashSet();
        writer.Write($"digraph {Quote(graph.Stack)} {{\n  compound=true;\n  rankdir=LR;\n  node [shape=box];\n");
        foreach (var root in ResourceNode.RootsOf(graph))
        {
            WriteNode(writer, root, ids, ends, "  ");
        }

        foreach (var edge in edges)
        {
            WriteEdge(writer, graph, edge);
        }

        writer.Write("}\n");
    }

    private static void WriteNode(TextWriter writer, ResourceNode node, Dictionary<Resource, string> ids, HashSet<Resource> ends, string indent)
    {
        var id = ids[node.Resource];
        var type = TypeName.Short(node.Resource.TypeToken);
        if (node.Resource is not ComponentResource)
        {
            var shape = node.Resource is StackReference ? ", shape=cds" : "";
            writer.Write($"{indent}{id} [label={Quote($"{node.Resource.LogicalName}\n{type}")}{shape}];\n");
            WriteChildren(writer, node, ids, ends, indent);
            return;
        }

        writer.Write($"{indent}subgraph cluster_{id} {{\n{indent}  label={Quote($"{node.Resource.LogicalName} ({type})")};\n");
        if (ends.Contains(node.Resource))
        {
            // Graphviz has no edges to clusters: they end at a point inside and are clipped at the border.
            writer.Write($"{indent}  {id} [shape=point, style=invis];\n");
        }

        WriteChildren(writer, node, ids, ends, indent + "  ");
        writer.Write($"{indent}}}\n");
    }

    private static void WriteChildren(TextWriter writer, ResourceNode node, Dictionary<Resource, string> ids, HashSet<Resource> ends, string indent)
    {
        foreach (var child in node.Children)
        {
            WriteNode(writer, child, ids, ends, indent);
        }
    }

    private static void WriteEdge(TextWriter writer, ResourceGraph graph, GraphEdge edge)
    {
        var attributes = new List<string>();
        if (!edge.IsReference)
        {
            attributes.Add("style=dashed");
        }

        if (graph.Resources[edge.From] is ComponentResource)
        {
            attributes.Add($"ltail=cluster_n{edge.From}");
        }

        if (graph.Resources[edge.To] is ComponentResource)
        {
            attributes.Add($"lhead=cluster_n{edge.To}");
        }

        writer.Write($"  n{edge.From} -> n{edge.To}{(attributes.Count > 0 ? $" [{string.Join(", ", attributes)}]" : "")};\n");
    }

    private static string Quote(string text)
    {
        var lines = text.Split('\n').Select(line => DisplayText.OneLine(line)
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));
        return $"\"{string.Join("\\n", lines)}\"";
    }
}
