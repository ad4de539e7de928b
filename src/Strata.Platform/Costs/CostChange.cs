namespace Strata.Platform.Costs;

/// <summary>What a change does to a stack's monthly cost. A part without a known price is counted, never taken for nothing.</summary>
/// <param name="Before">The sum of the parts with a known price; zero when there was no stack.</param>
/// <param name="After">The sum of the parts with a known price; zero when there is no stack any more.</param>
/// <param name="UnknownBefore">How many parts had no known price.</param>
/// <param name="UnknownAfter">How many parts have no known price.</param>
public sealed record CostChange(CostRange Before, CostRange After, int UnknownBefore, int UnknownAfter)
{
    public CostRange Delta => After - Before;

    /// <summary>Nothing of it changes.</summary>
    public bool IsNone => Delta == CostRange.Zero && UnknownBefore == UnknownAfter;

    /// <summary>By component, in the stack's order: only those that change.</summary>
    public IReadOnlyList<ComponentCostChange> Components { get; init; } = [];
}

/// <param name="Component">Section and name, as in <c>compute.gpu</c>.</param>
public sealed record ComponentCostChange(string Component, CostRange Before, CostRange After);
