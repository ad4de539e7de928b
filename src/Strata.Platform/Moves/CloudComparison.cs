using Strata.Platform.Costs;

namespace Strata.Platform.Moves;

/// <summary>A stack as it is, and as it would be elsewhere.</summary>
/// <param name="Here">Where it is now.</param>
/// <param name="Elsewhere">In the order in which the clouds were asked for.</param>
public sealed record CloudComparison(string Stack, CloudPlan Here, IReadOnlyList<CloudPlan> Elsewhere);

/// <summary>A stack on one cloud.</summary>
/// <param name="Place">Cloud and region, or <c>owned hardware</c>.</param>
/// <param name="Components">Each component of the stack file, in its order.</param>
/// <param name="Cost">Of the components that can be made there.</param>
/// <param name="Steps">What moving there takes, each a full sentence; empty for where the stack is.</param>
public sealed record CloudPlan(Cloud Cloud, string Place, IReadOnlyList<ComponentPlan> Components, StackCost Cost, IReadOnlyList<string> Steps)
{
    /// <summary>What owned hardware costs, its power and its people, where that was said; null elsewhere and where it was not.</summary>
    public decimal? Hardware { get; init; }

    /// <summary>The components that cannot be made there.</summary>
    public IEnumerable<ComponentPlan> Lost => Components.Where(component => component.Refusals.Count > 0);
}

/// <summary>What becomes of one component.</summary>
/// <param name="Name">Section and name, as in <c>compute.gpu</c>.</param>
/// <param name="Becomes">The cloud's own thing, as in <c>s3 Bucket</c>; null when it cannot be made.</param>
/// <param name="Refusals">Why it cannot be made and what works instead, full sentences.</param>
public sealed record ComponentPlan(string Name, string? Becomes, IReadOnlyList<string> Refusals);
