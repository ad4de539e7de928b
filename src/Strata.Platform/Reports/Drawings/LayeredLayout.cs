namespace Strata.Platform.Reports;

/// <summary>
/// Places for the nodes of a drawing: each right of all it comes after, and in its column near the middle of those. Sugiyama's
/// method without its dummy nodes, which drawings of this size do not need.
/// </summary>
internal static class LayeredLayout
{
    private const int Sweeps = 4;

    /// <summary>By node: the column from the left, and the row, columns centred on each other.</summary>
    public static IReadOnlyDictionary<string, (double Column, double Row)> Of(Drawing drawing)
    {
        var before = drawing.Nodes.ToDictionary(node => node.Id, _ => new List<string>(), StringComparer.Ordinal);
        var after = drawing.Nodes.ToDictionary(node => node.Id, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var edge in drawing.Edges)
        {
            before[edge.To].Add(edge.From);
            after[edge.From].Add(edge.To);
        }

        var columnOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in drawing.Nodes)
        {
            ColumnOf(node.Id);
        }

        var columns = drawing.Nodes.GroupBy(node => columnOf[node.Id]).OrderBy(column => column.Key).Select(column => column.Select(node => node.Id).ToList()).ToList();
        var rowOf = new Dictionary<string, double>(StringComparer.Ordinal);
        columns.ForEach(Number);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in columns)
            {
                Sort(column, before);
            }

            foreach (var column in Enumerable.Reverse(columns))
            {
                Sort(column, after);
            }
        }

        return drawing.Nodes.ToDictionary(node => node.Id, node => ((double)columnOf[node.Id], rowOf[node.Id]), StringComparer.Ordinal);

        // A circle, which a stack cannot have, would end here at its first node.
        int ColumnOf(string id)
        {
            if (!columnOf.TryGetValue(id, out var column))
            {
                columnOf[id] = 0;
                columnOf[id] = column = before[id].Select(ColumnOf).DefaultIfEmpty(-1).Max() + 1;
            }

            return column;
        }

        void Number(List<string> column)
        {
            for (var i = 0; i < column.Count; i++)
            {
                rowOf[column[i]] = i - ((column.Count - 1) / 2.0);
            }
        }

        void Sort(List<string> column, Dictionary<string, List<string>> neighbours)
        {
            var wanted = column.ToDictionary(id => id, id => neighbours[id].Count == 0 ? rowOf[id] : neighbours[id].Average(other => rowOf[other]), StringComparer.Ordinal);
            var sorted = column.OrderBy(id => wanted[id]).ToList();
            column.Clear();
            column.AddRange(sorted);
            Number(column);
        }
    }
}
