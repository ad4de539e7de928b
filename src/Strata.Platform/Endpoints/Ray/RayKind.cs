using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>Models on Ray Serve.</summary>
internal static class RayKind
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<RayEndpoint>("endpoints", RolloutTable.Ray, "strata:endpoint:Ray", new EngineFacts(
            "Ray Serve", Maturity.Stable, "Apache-2.0",
            "KubeRay and its upgrades, the image with Ray in it, the head of each Ray cluster, which has no second one, and the cluster.",
            new FactSource("ray-project/kuberay: tag v1.7.0, LICENSE", "2026-08-19")))
        .RefuseManaged(Cloud.Aws, "AWS runs no Ray Serve.", "Remove 'managed: true' to run it on EKS, or use 'engine: sagemaker'.")
        .SelfHosted<RayEndpoint>(Cloud.Aws, RayServing.Expand)
        .RefuseManaged(Cloud.Gcp, "Ray on Vertex AI runs jobs, and serves no requests from outside its cluster.", "Remove 'managed: true' to run it on GKE, or use 'engine: vertex'.")
        .SelfHosted<RayEndpoint>(Cloud.Gcp, RayServing.Expand)
        .RefuseManaged(Cloud.Kubernetes, "On your own cluster nobody else runs anything.", "Remove 'managed: true'.")
        .SelfHosted<RayEndpoint>(Cloud.Kubernetes, RayServing.Expand);
}
