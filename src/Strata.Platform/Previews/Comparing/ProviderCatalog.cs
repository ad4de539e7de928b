using System.Diagnostics.CodeAnalysis;
using Strata.Graph;

namespace Strata.Platform.Previews;

/// <summary>What this build knows of resource types, by token.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Kept)]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept)]
public static class ProviderCatalog
{
    private const string Kept = "The types of resources are in an assembly that is kept whole.";

    /// <summary>A type that this build does not know: whether any change replaces it is not known either.</summary>
    private static readonly ResourceFacts Unknown = new() { ReplaceUnknown = ["*"] };

    private static readonly ResourceFacts CustomResources = new Kubernetes.ApiExtensions.CustomResource("x", "v1", "X").TypeFacts;

    private static readonly Lazy<Dictionary<string, ResourceFacts>> Types = new(() => typeof(Aws.Provider).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CustomResource)) && !type.IsSubclassOf(typeof(ProviderResource)) && !type.IsAbstract && type != typeof(Kubernetes.ApiExtensions.CustomResource))
        .Select(type => type.GetConstructor([typeof(string), typeof(ResourceOptions)])?.Invoke(["x", null]))
        .OfType<CustomResource>()
        .ToDictionary(resource => resource.TypeToken, resource => resource.TypeFacts, StringComparer.Ordinal));

    public static ResourceFacts FactsOf(string token) =>
        Types.Value.TryGetValue(token, out var facts) ? facts
        : token.StartsWith("kubernetes:", StringComparison.Ordinal) ? CustomResources
        : Unknown;
}
