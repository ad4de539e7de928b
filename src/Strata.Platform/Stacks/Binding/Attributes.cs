namespace Strata.Platform.Stacks;

/// <summary>The range of a number, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BoundsAttribute(double min, double max) : Attribute
{
    public double Min { get; } = min;

    public double Max { get; } = max;
}

/// <summary>The form of a text (or of a map's keys).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string regex, string meaning) : Attribute
{
    /// <summary>A regular expression that .NET and ECMAScript read alike, anchored at both ends.</summary>
    public string Regex { get; } = regex;

    /// <summary>What is allowed, to follow "must be": "lower-case letters, digits and dashes".</summary>
    public string Meaning { get; } = meaning;
}

/// <summary>A list in whose order things happen, such as a command: an item may stand in it twice.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RepeatsAttribute : Attribute;

/// <summary>A default that depends on the stack's environment, as it would be written in the file.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PerEnvironmentAttribute(string dev, string prod) : Attribute
{
    public string Dev { get; } = dev;

    /// <summary>The default for staging; that of prod where it is not given.</summary>
    public string Staging { get; init; } = prod;

    public string Prod { get; } = prod;

    public string For(DeploymentEnvironment environment) => environment switch
    {
        DeploymentEnvironment.Dev => Dev,
        DeploymentEnvironment.Staging => Staging,
        _ => Prod,
    };
}

/// <summary>A record that comes in kinds, told apart by one property.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnionAttribute(string discriminator) : Attribute
{
    /// <summary>The property's name in files: <c>kind</c> or <c>engine</c>.</summary>
    public string Discriminator { get; } = discriminator;
}

/// <summary>One kind of a union.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class KindAttribute(string name, Type type) : Attribute
{
    public string Name { get; } = name;

    public Type Type { get; } = type;
}
