namespace Strata.Platform.Costs;

/// <summary>One thing of a stack that costs money.</summary>
/// <param name="Component">Section and name, as in <c>compute.gpu</c>.</param>
/// <param name="Resource">The resource's logical name; empty for what is no resource.</param>
/// <param name="What">What is paid for, as in <c>g6.2xlarge nodes, spot</c>.</param>
/// <param name="Monthly">Null when it is not known: never zero instead.</param>
/// <param name="Missing">What would have to be known, as a clause; null when the cost is known.</param>
public sealed record CostPart(string Component, string Resource, string What, CostRange? Monthly, string? Missing)
{
    /// <summary>How the amount was reached, as in <c>0 to 4, as a rule 1, at $0.39 an hour</c>.</summary>
    public string Basis { get; init; } = "";
}
