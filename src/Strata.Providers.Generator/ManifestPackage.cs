namespace Strata.Generator;

/// <summary>What to generate of one package. Nested types follow from the resources.</summary>
/// <param name="Name">The Pulumi package: <c>aws</c>.</param>
/// <param name="Version">The plugin version that the generated resources ask the engine for.</param>
/// <param name="Resources">Type tokens. The package's provider always comes with them.</param>
public sealed record ManifestPackage(string Name, string Version, IReadOnlyList<string> Resources)
{
    /// <summary>C# namespaces of modules that are not their name with a capital: <c>dynamodb</c> is <c>DynamoDB</c>.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; init; } = new Dictionary<string, string>();

    /// <summary>C# names of inputs, by <c>token.input</c>, where Pulumi's own differ and the schema does not say.</summary>
    public IReadOnlyDictionary<string, string> CSharpNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Deprecated inputs to generate all the same, by <c>token.input</c> or <c>type.property</c>.</summary>
    public IReadOnlyList<string> KeepDeprecated { get; init; } = [];

    /// <summary>Nested types to generate although no listed resource uses them.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
}
