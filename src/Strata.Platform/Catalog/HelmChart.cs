namespace Strata.Platform.Catalog;

/// <summary>A Helm chart the platform installs, at the one version it is tested against in previews.</summary>
/// <param name="Key">What the catalog calls it; mostly the chart's own name.</param>
/// <param name="Repository">An <c>https://</c> chart repository, or an <c>oci://</c> folder that holds the chart.</param>
/// <param name="Name">The chart's name in the repository.</param>
/// <param name="Version">Exactly as published, with or without a leading <c>v</c>.</param>
/// <param name="AppVersion">The version of the software it installs.</param>
/// <param name="Licence">SPDX name of the software's licence; not of everything a bundle brings along.</param>
/// <param name="Namespace">Where it is installed by custom.</param>
/// <param name="Source">Where the version was seen.</param>
public sealed record HelmChart(
    string Key, string Repository, string Name, string Version, string AppVersion, string Licence, string Namespace, FactSource Source)
{
    /// <summary>What someone who installs it should know; null when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The <c>chart</c> of a release: the whole address for a chart in a container registry, else its name.</summary>
    public string ChartReference => RepositoryUrl is null ? $"{Repository}/{Name}" : Name;

    /// <summary>The <c>repositoryOpts.repo</c> of a release; null for a chart in a container registry.</summary>
    public string? RepositoryUrl => Repository.StartsWith("oci://", StringComparison.Ordinal) ? null : Repository;
}
