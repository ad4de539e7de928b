using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>The kinds of compute, and what becomes of each on each cloud.</summary>
internal static class ComputeCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        ComponentKind.Of<Cluster>("compute", "cluster", "strata:compute:Cluster")
            .On<Cluster>(Cloud.Aws, AwsCluster.Expand)
            .On<Cluster>(Cloud.Gcp, GcpCluster.Expand)
            .On<Cluster>(Cloud.Kubernetes, KubernetesCluster.Expand),
        ComponentKind.Of<Pool>("compute", "pool", "strata:compute:Pool")
            .On<Pool>(Cloud.Aws, AwsPool.Expand)
            .On<Pool>(Cloud.Gcp, GcpPool.Expand)
            .On<Pool>(Cloud.Kubernetes, KubernetesPool.Expand),
        ComponentKind.Of<Batch>("compute", "batch", "strata:compute:Batch")
            .On<Batch>(Cloud.Aws, AwsBatch.Expand)
            .On<Batch>(Cloud.Gcp, GcpBatch.Expand)
            .On<Batch>(Cloud.Kubernetes, KubernetesBatch.Expand),
        ComponentKind.Of<Instances>("compute", "instances", "strata:compute:Instances")
            .On<Instances>(Cloud.Aws, AwsInstances.Expand)
            .On<Instances>(Cloud.Gcp, GcpInstances.Expand)
            .Refuse(Cloud.Kubernetes, "A cluster runs pods, and single machines without it are not its to give.", "Use 'kind: batch' for work that ends, a workspace for work by hand, or put this one component on 'cloud: aws' or 'cloud: gcp'."),
    ];
}
