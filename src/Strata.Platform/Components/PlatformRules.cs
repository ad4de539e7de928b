using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>What holds for every component of the upper layers, whatever its engine.</summary>
internal static class PlatformRules
{
    public static void Check(ComponentConfig config, ComponentKind kind, Built built, StackExpansion expansion)
    {
        if (built.Managed is true && config is IClusterGuest { Cluster: not null })
        {
            expansion.Diagnostics.Add(PlatformErrors.ClusterOfManaged(config.SpanOf(nameof(IClusterGuest.Cluster)), config.Name, kind.Name));
        }
    }
}
