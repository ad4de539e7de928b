namespace Strata.Platform.Catalog;

/// <summary>A minor version of Kubernetes as a cloud offers it.</summary>
/// <param name="Version"><c>1.35</c></param>
/// <param name="EndOfStandardSupport">The last day without extra cost, as <c>yyyy-MM-dd</c>.</param>
/// <param name="EndOfExtendedSupport">The last day at extra cost; null when not looked up.</param>
public sealed record KubernetesVersion(string Version, string EndOfStandardSupport, string? EndOfExtendedSupport = null);
