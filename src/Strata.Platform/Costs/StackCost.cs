namespace Strata.Platform.Costs;

/// <summary>What a stack costs in a month.</summary>
/// <param name="Parts">In the order of the graph.</param>
public sealed record StackCost(string Stack, string Team, IReadOnlyList<CostPart> Parts)
{
    /// <summary>The sum of what is known.</summary>
    public CostRange Known { get; } = Sum(Parts);

    /// <summary>How many parts are not known.</summary>
    public int Unknown { get; } = Parts.Count(part => part.Monthly is null);

    /// <summary>The parts of each component, in the order in which they first appear.</summary>
    public IEnumerable<IGrouping<string, CostPart>> Components => Parts.GroupBy(part => part.Component);

    public static CostRange Sum(IEnumerable<CostPart> parts) => parts.Aggregate(CostRange.Zero, (sum, part) => sum + (part.Monthly ?? CostRange.Zero));
}
