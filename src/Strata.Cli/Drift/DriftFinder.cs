using Strata.Graph;
using Strata.Planning;

namespace Strata.Cli.Drift;

/// <summary>Compares what a stack's files ask for with what the engine's state says there is. Pure.</summary>
internal static class DriftFinder
{
    public static DriftReport Find(ResourceGraph graph, StackState state, EnginePreview? engine)
    {
        var (before, stateOf) = StateGraph.Of(graph.Stack, state);
        var operations = Planner.Plan(before, graph).Operations;
        var remote = graph.Resources.Where(resource => resource.TypeFacts.IsRemoteComponent).Select(resource => ResourceIdentity.QualifiedType(resource) + "$").ToList();
        return new DriftReport(
            graph.Stack,
            [.. operations.OfType<Create>().Select(create => create.Resource).Where(resource => resource is not ComponentResource)],
            [.. operations.OfType<Delete>().Select(delete => stateOf[delete.Resource]).Where(found => found.IsCustom && !IsInside(found, remote))],
            [.. operations.OfType<Kept>().Where(kept => kept.Resource is not ComponentResource).Select(kept => Compare(kept.Resource, stateOf[kept.Before])).OfType<DriftedResource>()],
            [.. state.Resources.Where(resource => resource.IsToBeDeleted)],
            [.. state.Resources.Where(resource => resource.Problems.Count > 0)],
            state.Pending,
            engine) { IsNothingThere = before.Resources.Count == 0 };
    }

    /// <summary>What a plugin made of a chart is in the state and in no plan.</summary>
    private static bool IsInside(StateResource resource, List<string> remote) => remote.Exists(type => resource.Identity.StartsWith(type, StringComparison.Ordinal));

    private static DriftedResource? Compare(Resource resource, StateResource state)
    {
        var changes = DriftDiff.Of(state.Inputs, resource);
        bool? protection = state.IsProtected == resource.ResourceOptions.Protect ? null : resource.ResourceOptions.Protect;
        return changes.Count == 0 && protection is null ? null : new DriftedResource(resource, state.Urn, changes, protection);
    }
}
