namespace Strata.Pulumi.Steps;

/// <summary>The resources that the value of an input comes from.</summary>
internal sealed record PropertySources(string Input, IReadOnlyList<ResourceStep> Steps);
