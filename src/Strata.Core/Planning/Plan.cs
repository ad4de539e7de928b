namespace Strata.Planning;

/// <summary>All that would happen to a stack.</summary>
/// <param name="Operations">
/// One for each resource and component, those of the new graph in its registration order, then the deletes, dependents first.
/// Stack references are read, not made, and have none.
/// </param>
/// <param name="Outputs">Differences of the stack's outputs.</param>
public sealed record Plan(string Stack, IReadOnlyList<Operation> Operations, IReadOnlyList<PropertyChange> Outputs)
{
    public PlanCounts Counts { get; } = PlanCounts.Of(Operations);
}
