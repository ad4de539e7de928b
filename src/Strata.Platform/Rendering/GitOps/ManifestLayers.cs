using Strata.Graph;
using Strata.Platform.Compute;

namespace Strata.Platform.Rendering;

/// <summary>
/// In which order manifests are applied. What needs a Helm release comes a layer after it, because releases bring the kinds that the
/// cluster does not know before; all else finds its order by itself.
/// </summary>
internal sealed class ManifestLayers
{
    public ManifestLayers(ClusterHandle cluster, ResourceGraph graph)
    {
        var layers = new Dictionary<Resource, int>(ReferenceEqualityComparer.Instance);
        List<(CustomResource, int)> resources = [];
        foreach (var resource in graph.Resources.OfType<CustomResource>().Where(resource => resource.ResourceOptions.Provider == cluster.Provider))
        {
            var layer = Dependencies.Of(resource).Where(layers.ContainsKey).Select(other => layers[other] + (Waits(resource, other) ? 1 : 0)).Append(0).Max();
            layers[resource] = layer;
            resources.Add((resource, layer));
        }

        Resources = resources;
    }

    /// <summary>Each after everything it depends on.</summary>
    public IReadOnlyList<(CustomResource Resource, int Layer)> Resources { get; }

    public static bool IsRelease(Resource resource) => resource.TypeToken.EndsWith(":HelmRelease", StringComparison.Ordinal) || resource.TypeToken.EndsWith(":Application", StringComparison.Ordinal);

    /// <summary>Flux's releases wait for each other by themselves.</summary>
    private static bool Waits(Resource resource, Resource other) => IsRelease(other) && !(resource.TypeToken.EndsWith(":HelmRelease", StringComparison.Ordinal) && other.TypeToken == resource.TypeToken);
}
