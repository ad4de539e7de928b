namespace Strata.Graph.Formats;

/// <summary>One resource waits for another.</summary>
/// <param name="From">The index of the one that waits.</param>
/// <param name="To">The index of what it waits for.</param>
/// <param name="IsReference">True when an input refers to it, false when only <c>dependsOn</c> names it.</param>
public readonly record struct GraphEdge(int From, int To, bool IsReference)
{
    /// <summary>
    /// The edges of a graph, each pair once, by <see cref="From"/> and then in the order of the inputs. Parents and providers
    /// are left out: nesting shows the first, and the second would join everything to one point.
    /// </summary>
    public static IReadOnlyList<GraphEdge> Of(ResourceGraph graph)
    {
        var indexOf = new Dictionary<Resource, int>(graph.Resources.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < graph.Resources.Count; i++)
        {
            indexOf[graph.Resources[i]] = i;
        }

        var edges = new List<GraphEdge>();
        var targets = new HashSet<int>();
        for (var from = 0; from < graph.Resources.Count; from++)
        {
            targets.Clear();
            var resource = graph.Resources[from];
            Add(from, resource.InputProperties.SelectMany(input => Dependencies.In(input.Value)).Where(r => r is not ProviderResource), isReference: true);
            Add(from, resource.ResourceOptions.DependsOn, isReference: false);
        }

        return edges;

        void Add(int from, IEnumerable<Resource> resources, bool isReference)
        {
            foreach (var resource in resources)
            {
                if (indexOf.TryGetValue(resource, out var to) && targets.Add(to))
                {
                    edges.Add(new GraphEdge(from, to, isReference));
                }
            }
        }
    }
}
