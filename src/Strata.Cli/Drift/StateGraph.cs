using Strata.Graph;

namespace Strata.Cli.Drift;

/// <summary>A state as a graph, so that the planner finds again what was renamed or moved.</summary>
internal static class StateGraph
{
    private const string StackType = "pulumi:pulumi:Stack";

    /// <returns>The graph, and of each of its resources what the state has.</returns>
    public static (ResourceGraph Graph, IReadOnlyDictionary<Resource, StateResource> StateOf) Of(string stack, StackState state)
    {
        var byUrn = new Dictionary<string, Resource>(StringComparer.Ordinal);
        var stateOf = new Dictionary<Resource, StateResource>(ReferenceEqualityComparer.Instance);
        foreach (var found in state.Resources.Where(IsMade))
        {
            var options = new ResourceOptions { Parent = found.Parent is null ? null : byUrn.GetValueOrDefault(found.Parent), Protect = found.IsProtected };
            Resource resource = found.IsCustom ? new Known(found.Type, found.Name, options) : new ComponentResource(found.Type, found.Name, options);
            if (byUrn.TryAdd(found.Urn, resource))
            {
                stateOf[resource] = found;
            }
        }

        return (new ResourceGraph(stack, [.. stateOf.Keys], []), stateOf);
    }

    /// <summary>Not the stack itself, what is only read, old copies, and the providers that the engine makes by itself.</summary>
    private static bool IsMade(StateResource resource) =>
        resource.Type is not (StackType or "pulumi:pulumi:StackReference") && !resource.IsExternal && !resource.IsToBeDeleted && !IsDefaultProvider(resource);

    private static bool IsDefaultProvider(StateResource resource) =>
        resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) && resource.Name.StartsWith("default", StringComparison.Ordinal);

    private sealed class Known(string type, string name, ResourceOptions options) : CustomResource(type, name, options);
}
