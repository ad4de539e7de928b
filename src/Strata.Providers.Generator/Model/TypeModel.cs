namespace Strata.Generator.Model;

/// <summary>A nested input type.</summary>
/// <param name="Id">Package, module and name: <c>kubernetes:core/v1/PodSpec</c>.</param>
public sealed record TypeModel(string Id, IReadOnlyList<PropertyModel> Properties);
