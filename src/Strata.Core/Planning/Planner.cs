using Strata.Graph;

namespace Strata.Planning;

/// <summary>Compares two graphs of a stack. Pure: what it says of replacement comes from the resource types' facts.</summary>
/// <remarks>
/// It compares what the program asks for. That the text behind a stack's secret changed, or that someone changed the cloud by
/// hand, is not in the graphs and not in the plan.
/// </remarks>
public static class Planner
{
    /// <param name="before">The graph that was applied; null for none, and everything is created.</param>
    public static Plan Plan(ResourceGraph? before, ResourceGraph after)
    {
        before ??= new ResourceGraph(after.Stack, [], []);
        var matching = new Matching(before, after);
        var replaced = new HashSet<Resource>(ReferenceEqualityComparer.Instance);
        var equality = new ValueEquality(matching.AreSame);
        var diff = new ValueDiff(equality, replaced.Contains);
        var byPlace = new ValueDiff(equality, replaced.Contains) { ByPlace = true };
        var operations = new List<Operation>(after.Resources.Count);
        foreach (var resource in after.Resources.Where(IsMade))
        {
            var operation = matching.BeforeOf(resource) is { } old ? Compare(old, resource, diff, byPlace, matching) : new Create(ResourceIdentity.Of(resource), resource);
            if (operation is Replace)
            {
                replaced.Add(resource);
            }

            operations.Add(operation);
        }

        operations.AddRange(before.Resources.Reverse()
            .Where(resource => IsMade(resource) && matching.AfterOf(resource) is null)
            .Select(resource => new Delete(ResourceIdentity.Of(resource), resource)));
        return new Plan(after.Stack, operations, diff.Of(before.Outputs, after.Outputs));
    }

    private static bool IsMade(Resource resource) => resource is not StackReference;

    private static Operation Compare(Resource before, Resource after, ValueDiff diff, ValueDiff byPlace, Matching matching)
    {
        var identity = ResourceIdentity.Of(after);
        var ignored = after.ResourceOptions.IgnoreChanges.Select(PropertyPath.Parse).ToList();
        var changes = ReplacementFacts.Mark(Changes(diff), () => Changes(byPlace), after.TypeFacts);
        var options = OptionDiff.Of(before.ResourceOptions, after.ResourceOptions, matching.AreSame);
        return changes.Count + options.Count == 0 ? new Same(identity, after, before)
            : changes.Any(change => change.Replacement == Replacement.Certain) ? new Replace(identity, after, before, changes, options)
            : new Update(identity, after, before, changes, options);

        IEnumerable<PropertyChange> Changes(ValueDiff diff) =>
            diff.Of(before.InputProperties, after.InputProperties).Where(change => !ignored.Exists(path => path.Covers(change.Path)));
    }
}
