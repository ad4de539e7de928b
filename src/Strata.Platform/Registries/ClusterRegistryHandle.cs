using Strata.Graph;

namespace Strata.Platform.Registries;

/// <summary>A registry that runs in a cluster.</summary>
/// <param name="Images">The images it is for.</param>
/// <param name="Host">The host name it is reached by.</param>
/// <param name="Path">What stands between host and image; empty for the plain registry.</param>
/// <param name="PullSecret">The secret in the team's namespace that pods pull with; null when the stack file names no user.</param>
internal sealed record ClusterRegistryHandle(RegistryConfig Config, IReadOnlyList<string> Images, string Host, string Path, string? PullSecret)
    : RegistryHandle(Config, [.. Images.Select(image => KeyValuePair.Create<string, Input<string>>(image, $"{Host}/{Path}{image}"))]);
