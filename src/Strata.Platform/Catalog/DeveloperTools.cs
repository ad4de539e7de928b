using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>The command lines that people need, each at one version for all machines: dev containers, laptops, and the machines of a stack.</summary>
public static class DeveloperTools
{
    public static ImmutableArray<DeveloperTool> All { get; } =
    [
        new("aws-cli", "2.34.63", FactSource.NotReread("https://github.com/aws/aws-cli/tags")),
        new("gcloud", "580.0.0", FactSource.NotReread("https://cloud.google.com/sdk/docs/release-notes")),
        new("helm", "3.19.0", FactSource.NotReread("https://github.com/helm/helm/releases/tag/v3.19.0")),
        new("kubectl", ContainerImages.Get("kubectl").Tag.TrimStart('v'), ContainerImages.Get("kubectl").Source),
        new("pulumi", ContainerImages.Get("pulumi").Tag.Split('-')[0], ContainerImages.Get("pulumi").Source),
        new("uv", "0.8.13", FactSource.NotReread("https://pypi.org/project/uv/0.8.13/")),
    ];

    /// <exception cref="ArgumentException">The catalog has no such tool: a mistake in the renderer that asks.</exception>
    public static string VersionOf(string key) =>
        All.FirstOrDefault(tool => tool.Key == key)?.Version ?? throw new ArgumentException($"The catalog has no tool '{key}'.", nameof(key));
}

/// <summary>A command line.</summary>
/// <param name="Key">What mise's registry calls it.</param>
/// <param name="Version">One release.</param>
/// <param name="Source">Where the version was seen.</param>
public sealed record DeveloperTool(string Key, string Version, FactSource Source);
