using Strata.Graph;

namespace Strata.Planning;

/// <summary>An operation with those on the resources that belong to its resource.</summary>
/// <param name="Counts">Of the operation and everything under it.</param>
/// <param name="Children">In the order of the plan.</param>
public sealed record PlanNode(Operation Operation, PlanCounts Counts, IReadOnlyList<PlanNode> Children)
{
    /// <summary>Whether the operation or one under it does anything, if only to note a new name.</summary>
    public bool HasChanges => Operation is not Same { FormerIdentity: null } || Children.Any(child => child.HasChanges);

    /// <summary>The trees of a plan: one for each component, and for each resource outside of components, of the stack.</summary>
    public static IReadOnlyList<PlanNode> RootsOf(Plan plan)
    {
        var operationOf = new Dictionary<Resource, Operation>(ReferenceEqualityComparer.Instance);
        foreach (var operation in plan.Operations)
        {
            operationOf[operation.Resource] = operation;
            if (operation is Kept kept)
            {
                operationOf[kept.Before] = operation;
            }
        }

        var roots = new List<Operation>();
        var children = new Dictionary<Operation, List<Operation>>(ReferenceEqualityComparer.Instance);
        foreach (var operation in plan.Operations)
        {
            // A deleted resource stands under what became of its parent, if that stays.
            var parent = operation.Resource.ResourceOptions.Parent is { } resource ? operationOf.GetValueOrDefault(resource) : null;
            var siblings = parent is null ? roots : children.TryGetValue(parent, out var list) ? list : children[parent] = [];
            siblings.Add(operation);
        }

        return [.. roots.Select(Node)];

        PlanNode Node(Operation operation)
        {
            PlanNode[] below = children.TryGetValue(operation, out var list) ? [.. list.Select(Node)] : [];
            return new PlanNode(operation, below.Aggregate(PlanCounts.Of(operation), (sum, child) => sum + child.Counts), below);
        }
    }
}
