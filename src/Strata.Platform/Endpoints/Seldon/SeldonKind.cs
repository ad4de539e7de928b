using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>Models on Seldon Core 2.</summary>
internal static class SeldonKind
{
    private const string NoService = "Seldon sells support for what you run yourself, and no cloud runs it.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<SeldonEndpoint>("endpoints", RolloutTable.Seldon, "strata:endpoint:Seldon", new EngineFacts(
            "Seldon Core 2", Maturity.Stable, "BUSL-1.1",
            "Seldon's operator, a runtime with scheduler and proxy for each endpoint, the servers, the cluster, and a contract with Seldon for production.",
            new FactSource("SeldonIO/seldon-core: tag v2.10.2, LICENSE", "2025-12-18")))
        .RefuseManaged(Cloud.Aws, NoService, "Remove 'managed: true' to run it on EKS, or use 'engine: sagemaker'.")
        .SelfHosted<SeldonEndpoint>(Cloud.Aws, SeldonServing.Expand)
        .RefuseManaged(Cloud.Gcp, NoService, "Remove 'managed: true' to run it on GKE, or use 'engine: vertex'.")
        .SelfHosted<SeldonEndpoint>(Cloud.Gcp, SeldonServing.Expand)
        .RefuseManaged(Cloud.Kubernetes, NoService, "Remove 'managed: true'.")
        .SelfHosted<SeldonEndpoint>(Cloud.Kubernetes, SeldonServing.Expand);
}
