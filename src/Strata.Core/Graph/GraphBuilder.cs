using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Graph;

/// <summary>Turns what was added to a scope into a graph: checks names, references and cycles, and fixes the order.</summary>
public static class GraphBuilder
{
    /// <summary>
    /// The graph of a stack. The order is the order of adding, except that whatever a resource waits for is moved before it.
    /// Problems go to <paramref name="diagnostics"/>; the graph is then not fit for use.
    /// </summary>
    public static ResourceGraph Build(string stack, Scope scope, IReadOnlyList<Property> outputs, DiagnosticBag diagnostics)
    {
        CheckNames(scope.Resources, diagnostics);
        return new ResourceGraph(stack, Sort(scope.Resources, diagnostics), outputs);
    }

    /// <summary>Where the stack file asks for a resource: the place of the nearest component around it.</summary>
    public static SourceSpan? OriginOf(Resource? resource)
    {
        for (; resource is not null; resource = resource.ResourceOptions.Parent)
        {
            if (resource is ComponentResource { Origin: { } origin })
            {
                return origin;
            }
        }

        return null;
    }

    private static void CheckNames(IReadOnlyList<Resource> resources, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<(string, string)>(resources.Count);
        foreach (var resource in resources)
        {
            if (!seen.Add((resource.TypeToken, resource.LogicalName)))
            {
                diagnostics.Add(GraphErrors.DuplicateName(OriginOf(resource), resource.TypeToken, resource.LogicalName));
            }
        }
    }

    private static List<Resource> Sort(IReadOnlyList<Resource> resources, DiagnosticBag diagnostics)
    {
        var sorted = new List<Resource>(resources.Count);
        var states = new Dictionary<Resource, State>(resources.Count, ReferenceEqualityComparer.Instance);
        foreach (var resource in resources)
        {
            states[resource] = State.New;
        }

        var path = new List<Resource>();
        foreach (var resource in resources)
        {
            Visit(resource);
        }

        return sorted;

        void Visit(Resource resource)
        {
            if (states[resource] is not State.New)
            {
                return;
            }

            states[resource] = State.Open;
            path.Add(resource);
            foreach (var needed in Dependencies.Of(resource))
            {
                if (!states.TryGetValue(needed, out var state))
                {
                    diagnostics.Add(GraphErrors.NotAdded(OriginOf(resource), resource.ToString(), needed.ToString()));
                }
                else if (state is State.New)
                {
                    Visit(needed);
                }
                else if (state is State.Open)
                {
                    var circle = path.SkipWhile(r => r != needed).Append(needed).Select(r => r.ToString());
                    diagnostics.Add(GraphErrors.Cycle(OriginOf(resource), circle));
                }
            }

            path.RemoveAt(path.Count - 1);
            states[resource] = State.Done;
            sorted.Add(resource);
        }
    }

    private enum State
    {
        New,
        Open,
        Done,
    }
}
