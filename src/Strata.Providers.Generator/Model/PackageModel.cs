namespace Strata.Generator.Model;

/// <summary>A provider's schema, whatever format it came in.</summary>
/// <param name="Name">The Pulumi package: <c>aws</c>.</param>
/// <param name="Version">The provider version the schema describes.</param>
public sealed record PackageModel(
    string Name,
    string Version,
    IReadOnlyDictionary<string, ResourceModel> Resources,
    IReadOnlyDictionary<string, TypeModel> Types)
{
    /// <summary>C# namespaces of modules where the schema gives them.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; init; } = new Dictionary<string, string>();
}
