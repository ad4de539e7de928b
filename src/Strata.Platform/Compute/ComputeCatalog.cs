using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>The kinds of compute, and what becomes of each on each cloud.</summary>
internal static class ComputeCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        ComponentKind.Of<Cluster>("compute", "cluster", "strata:compute:Cluster"),
        ComponentKind.Of<Pool>("compute", "pool", "strata:compute:Pool"),
        ComponentKind.Of<Batch>("compute", "batch", "strata:compute:Batch"),
        ComponentKind.Of<Instances>("compute", "instances", "strata:compute:Instances"),
    ];
}
