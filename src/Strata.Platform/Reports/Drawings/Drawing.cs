using System.Text;
using System.Text.Json;

namespace Strata.Platform.Reports;

/// <summary>Nodes and arrows with their places: what the page's script draws, and what the list beside it says.</summary>
internal sealed record Drawing(IReadOnlyList<DrawingNode> Nodes, IReadOnlyList<DrawingEdge> Edges)
{
    /// <summary>As the page's script reads it: <c>{"nodes":[{"id","label","detail","url","x","y"}],"edges":[{"from","to","label"}]}</c>.</summary>
    public string ToJson()
    {
        var places = LayeredLayout.Of(this);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("nodes");
            foreach (var node in Nodes)
            {
                json.WriteStartObject();
                json.WriteString("id", node.Id);
                json.WriteString("label", node.Label);
                json.WriteString("detail", node.Detail);
                json.WriteString("group", node.Group);
                if (node.Url is not null)
                {
                    json.WriteString("url", node.Url);
                }

                json.WriteNumber("x", places[node.Id].Column);
                json.WriteNumber("y", places[node.Id].Row);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var edge in Edges)
            {
                json.WriteStartObject();
                json.WriteString("from", edge.From);
                json.WriteString("to", edge.To);
                json.WriteString("label", edge.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

/// <param name="Detail">A second line: what kind of thing it is.</param>
/// <param name="Group">Nodes of one group have one colour.</param>
/// <param name="Url">Where more is said of it; null for nowhere.</param>
internal sealed record DrawingNode(string Id, string Label, string Detail, string Group, string? Url);

/// <summary>An arrow from what comes first to what comes after it.</summary>
/// <param name="Label">What stands on the arrow; empty for nothing.</param>
internal sealed record DrawingEdge(string From, string To, string Label = "");
