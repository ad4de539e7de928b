using System.Collections.Immutable;

namespace Strata.Platform.Naming;

/// <summary>The name rules of every named resource type, by cloud.</summary>
public static class ResourceNames
{
    public static ImmutableArray<NameRule> All { get; } = [.. AwsNames.All, .. GcpNames.All, .. KubernetesNames.All];
}
