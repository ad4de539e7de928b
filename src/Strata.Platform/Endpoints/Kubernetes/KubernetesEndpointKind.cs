using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>Servers of the team's own as plain Kubernetes.</summary>
internal static class KubernetesEndpointKind
{
    private const string NoService = "A deployment is what the team says it is, and nobody offers to run the team's own server for it under that name.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<KubernetesEndpoint>("endpoints", RolloutTable.Kubernetes, "strata:endpoint:Kubernetes", new EngineFacts(
            "Kubernetes", Maturity.Stable, "Apache-2.0",
            "The server's image with its metrics and its health, the cluster, and the Gateway where models share requests.",
            new FactSource("kubernetes/kubernetes: LICENSE, CHANGELOG/CHANGELOG-1.35.md", "2025-12-17")))
        .RefuseManaged(Cloud.Aws, NoService, "Remove 'managed: true' to run it on EKS, or use 'engine: sagemaker', which runs an image for you.")
        .SelfHosted<KubernetesEndpoint>(Cloud.Aws, KubernetesServing.Expand)
        .RefuseManaged(Cloud.Gcp, NoService, "Remove 'managed: true' to run it on GKE, or use 'engine: vertex', which runs an image for you.")
        .SelfHosted<KubernetesEndpoint>(Cloud.Gcp, KubernetesServing.Expand)
        .RefuseManaged(Cloud.Kubernetes, "On your own cluster nobody else runs anything.", "Remove 'managed: true'.")
        .SelfHosted<KubernetesEndpoint>(Cloud.Kubernetes, KubernetesServing.Expand);
}
