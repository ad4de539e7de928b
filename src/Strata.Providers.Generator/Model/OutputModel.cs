namespace Strata.Generator.Model;

/// <summary>An output of a resource.</summary>
/// <param name="Name">The provider's camelCase name.</param>
/// <param name="Type">Text where the schema does not say.</param>
public sealed record OutputModel(string Name, PropertyType Type)
{
    public bool Secret { get; init; }
}
