using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>Models on KServe.</summary>
internal static class KServeKind
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<KServeEndpoint>("endpoints", RolloutTable.KServe, "strata:endpoint:KServe", new EngineFacts(
            "KServe", Maturity.Stable, "Apache-2.0",
            "KServe's controller and its upgrades, the cluster, and the Gateway where models share requests.",
            new FactSource("kserve/kserve: tag v0.20.0, LICENSE", "2026-08-21")))
        .RefuseManaged(Cloud.Aws, "AWS runs no KServe.", "Remove 'managed: true' to run it on EKS, or use 'engine: sagemaker'.")
        .SelfHosted<KServeEndpoint>(Cloud.Aws, KServeServing.Expand)
        .RefuseManaged(Cloud.Gcp, "Google Cloud runs no KServe.", "Remove 'managed: true' to run it on GKE, or use 'engine: vertex'.")
        .SelfHosted<KServeEndpoint>(Cloud.Gcp, KServeServing.Expand)
        .RefuseManaged(Cloud.Kubernetes, "On your own cluster nobody else runs anything.", "Remove 'managed: true'.")
        .SelfHosted<KServeEndpoint>(Cloud.Kubernetes, KServeServing.Expand);
}
