using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class KubeflowKind
{
    /// <summary>kubeflow/pipelines: tag 2.17.0, manifests/kustomize/base/installs/generic and third-party; docs/decisions/2026-11-26-kubeflow-pipelines.md.</summary>
    private const string ByHand =
        "Kubeflow Pipelines is given out as manifests, made for one namespace with a fixed name, in which the database's user is root with an empty password and nobody has to sign in: they would have to be patched to be safe, and the engine applies a folder of manifests as it is.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<KubeflowConfig>("schedulers", "kubeflow", "strata:scheduler:Kubeflow", new EngineFacts(
            "Kubeflow Pipelines", Maturity.Stable, "Apache-2.0", null, new FactSource("kubeflow/pipelines: manifests/kustomize of 2.17.0", "2026-08-21")))
        .Managed<KubeflowConfig>(Cloud.Aws, SageMakerPipelines.Expand)
        .RefuseSelfHosted(Cloud.Aws, ByHand, "Remove 'managed: false' to run pipelines on SageMaker, or use 'engine: argo', which Kubeflow Pipelines runs on itself.")
        .Managed<KubeflowConfig>(Cloud.Gcp, VertexPipelines.Expand)
        .RefuseSelfHosted(Cloud.Gcp, ByHand, "Remove 'managed: false' to run the same pipelines on Vertex AI, or use 'engine: argo', which Kubeflow Pipelines runs on itself.")
        .RefuseManaged(Cloud.Kubernetes, "Nobody runs pipelines on a cluster for its team.", "Use 'engine: argo' on the cluster, or put the scheduler on 'cloud: gcp', where Vertex AI runs the same pipelines.")
        .RefuseSelfHosted(Cloud.Kubernetes, ByHand, "Use 'engine: argo', which Kubeflow Pipelines runs on itself, or put the scheduler on 'cloud: gcp', where Vertex AI runs the same pipelines.");
}
