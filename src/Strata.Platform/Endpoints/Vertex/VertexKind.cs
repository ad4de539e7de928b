using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>Models on Vertex AI.</summary>
internal static class VertexKind
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<VertexEndpoint>("endpoints", RolloutTable.Vertex, "strata:endpoint:Vertex", new EngineFacts(
            "Vertex AI", Maturity.Stable, "service", null, FactSource.NotReread("https://docs.cloud.google.com/vertex-ai/docs/predictions/overview")))
        .RefuseBoth(Cloud.Aws, "Vertex AI is a service of Google Cloud.", "Use 'engine: sagemaker', or put this one component on 'cloud: gcp'.")
        .Managed<VertexEndpoint>(Cloud.Gcp, VertexServing.Expand)
        .RefuseSelfHosted(Cloud.Gcp, "Vertex AI is a service, and there is nothing of it to install.", "Remove 'managed: false', or use 'engine: kserve' on a cluster.")
        .RefuseBoth(Cloud.Kubernetes, "Vertex AI is a service of Google Cloud.", "Use 'engine: kserve' or 'kubernetes', or put this one component on 'cloud: gcp'.");
}
