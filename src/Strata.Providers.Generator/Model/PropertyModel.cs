namespace Strata.Generator.Model;

/// <summary>An input of a resource or a property of a nested type.</summary>
/// <param name="Name">The provider's camelCase name.</param>
public sealed record PropertyModel(string Name, PropertyType Type)
{
    /// <summary>Must be given: required upstream, and neither constant nor filled in by Pulumi.</summary>
    public bool Required { get; init; }

    public Replacement Replace { get; init; }

    public bool Secret { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>The only value it can have, so that nobody needs to write it.</summary>
    public string? Constant { get; init; }

    /// <summary>The C# name where it is not the PascalCase of the name.</summary>
    public string? CSharpName { get; init; }

    /// <summary>Values the provider is known to accept; newer ones may exist.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public double? Min { get; init; }

    public double? Max { get; init; }
}
