namespace Strata.Platform.Catalog;

/// <summary>A container image the platform uses directly, not through a chart.</summary>
/// <param name="Key">What the catalog calls it.</param>
/// <param name="Repository">Registry and path: <c>registry.k8s.io/kubectl</c>.</param>
/// <param name="Tag">A tag of one release, never one that moves.</param>
/// <param name="Licence">SPDX name of the main software's licence.</param>
/// <param name="Source">Where the tag was seen.</param>
public sealed record ContainerImage(string Key, string Repository, string Tag, string Licence, FactSource Source)
{
    /// <summary><c>registry.k8s.io/kubectl:v1.35.0</c></summary>
    public string Reference => $"{Repository}:{Tag}";
}
