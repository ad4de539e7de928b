namespace Strata.Graph.Formats;

/// <summary>A resource with those that have it as parent, in registration order.</summary>
public sealed record ResourceNode(Resource Resource, IReadOnlyList<ResourceNode> Children)
{
    /// <summary>The trees of a graph: everything that has the stack itself as parent.</summary>
    public static IReadOnlyList<ResourceNode> RootsOf(ResourceGraph graph)
    {
        var roots = new List<ResourceNode>();
        var childrenOf = new Dictionary<Resource, List<ResourceNode>>(graph.Resources.Count, ReferenceEqualityComparer.Instance);
        foreach (var resource in graph.Resources)
        {
            var children = new List<ResourceNode>();
            childrenOf[resource] = children;
            var siblings = resource.ResourceOptions.Parent is { } parent ? childrenOf.GetValueOrDefault(parent, roots) : roots;
            siblings.Add(new ResourceNode(resource, children));
        }

        return roots;
    }
}
