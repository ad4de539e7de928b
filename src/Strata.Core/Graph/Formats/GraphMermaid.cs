using System.Text;
using Strata.Text;

namespace Strata.Graph.Formats;

/// <summary>
/// A Mermaid flow chart: components are subgraphs, an arrow leads from a resource to what it refers to (dotted for
/// <c>dependsOn</c>). Nodes are called <c>n</c> and their place in the registration order.
/// </summary>
public static class GraphMermaid
{
    public static void Write(TextWriter writer, ResourceGraph graph)
    {
        writer.Write("flowchart LR\n");
        var ids = GraphNames.Of(graph);
        foreach (var root in ResourceNode.RootsOf(graph))
        {
            WriteNode(writer, root, ids, "  ");
        }

        foreach (var edge in GraphEdge.Of(graph))
        {
            writer.Write($"  n{edge.From} {(edge.IsReference ? "-->" : "-.->")} n{edge.To}\n");
        }
    }

    private static void WriteNode(TextWriter writer, ResourceNode node, Dictionary<Resource, string> ids, string indent)
    {
        var id = ids[node.Resource];
        var name = Escape(node.Resource.LogicalName);
        var type = Escape(TypeName.Short(node.Resource.TypeToken));
        if (node.Resource is not ComponentResource)
        {
            var (open, close) = node.Resource is StackReference ? ("([", "])") : ("[", "]");
            writer.Write($"{indent}{id}{open}\"{name}<br/>{type}\"{close}\n");
            WriteChildren(writer, node, ids, indent);
            return;
        }

        writer.Write($"{indent}subgraph {id}[\"{name} ({type})\"]\n");
        WriteChildren(writer, node, ids, indent + "  ");
        writer.Write($"{indent}end\n");
    }

    private static void WriteChildren(TextWriter writer, ResourceNode node, Dictionary<Resource, string> ids, string indent)
    {
        foreach (var child in node.Children)
        {
            WriteNode(writer, child, ids, indent);
        }
    }

    /// <summary>Mermaid's entity codes for whatever would end the label or be read as markup.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in DisplayText.OneLine(text))
        {
            _ = c is '"' or '#' or '&' or '<' or '>' or '`' or ';'
                ? escaped.Append('#').Append((int)c).Append(';')
                : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
