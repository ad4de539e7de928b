using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>The kinds of compute, and what becomes of each on each cloud.</summary>
internal static class ComputeCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        ComponentKind.Of<Cluster>("compute", "cluster", "strata:compute:Cluster")
            .On<Cluster>(Cloud.Aws, AwsCluster.Expand),
        ComponentKind.Of<Pool>("compute", "pool", "strata:compute:Pool")
            .On<Pool>(Cloud.Aws, AwsPool.Expand),
        ComponentKind.Of<Batch>("compute", "batch", "strata:compute:Batch")
            .On<Batch>(Cloud.Aws, AwsBatch.Expand),
        ComponentKind.Of<Instances>("compute", "instances", "strata:compute:Instances")
            .On<Instances>(Cloud.Aws, AwsInstances.Expand),
    ];
}
