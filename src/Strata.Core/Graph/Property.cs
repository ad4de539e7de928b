namespace Strata.Graph;

/// <summary>A named value of a resource or an object, by the provider's camelCase name.</summary>
public readonly record struct Property(string Name, Value Value);
