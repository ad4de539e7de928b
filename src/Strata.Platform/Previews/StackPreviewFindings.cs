using Strata.Graph;
using Strata.Platform.Costs;
using Strata.Platform.Policies;
using Strata.Platform.Stacks;

namespace Strata.Platform.Previews;

/// <summary>What a change does to a stack's cost and to the policies it breaks.</summary>
/// <param name="Cost">The monthly cost before and after.</param>
/// <param name="New">Findings that the base does not have, and those with a new waiver.</param>
/// <param name="Mended">Findings that the head does not have any more.</param>
public sealed record StackPreviewFindings(CostChange Cost, IReadOnlyList<PolicyFinding> New, IReadOnlyList<PolicyFinding> Mended)
{
    /// <param name="before">The base's model and graph; null when the base has no such stack or could not expand it.</param>
    /// <param name="after">The head's; null when the head has no such stack.</param>
    /// <param name="today">The day that waivers expire by, the same for both sides.</param>
    public static StackPreviewFindings Between((StackModel Model, ResourceGraph Graph)? before, (StackModel Model, ResourceGraph Graph)? after, PriceTable prices, DateOnly today)
    {
        var policies = PolicyDiff.Between(FindingsOf(before, today), FindingsOf(after, today));
        return new StackPreviewFindings(CostChanges.Between(CostOf(before, prices), CostOf(after, prices)), policies.New, policies.Mended);
    }

    private static IReadOnlyList<PolicyFinding> FindingsOf((StackModel Model, ResourceGraph Graph)? side, DateOnly today) =>
        side is { } stack ? PolicyChecker.Check(stack.Model, stack.Graph, today) : [];

    private static StackCost? CostOf((StackModel Model, ResourceGraph Graph)? side, PriceTable prices) =>
        side is { } stack ? CostCalculator.Of(stack.Model, stack.Graph, prices) : null;
}
