using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class KubeflowKind
{
    private const string ByHand =
        "Kubeflow Pipelines is given out as manifests that bring a MySQL and an object store of their own with well-known passwords, and no way to sign in: they would have to be rewritten for every release to be safe.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<KubeflowConfig>("schedulers", "kubeflow", "strata:scheduler:Kubeflow", new EngineFacts(
            "Kubeflow Pipelines", Maturity.Stable, "Apache-2.0", null, FactSource.NotReread("https://www.kubeflow.org/docs/components/pipelines/")))
        .Managed<KubeflowConfig>(Cloud.Aws, SageMakerPipelines.Expand)
        .RefuseSelfHosted(Cloud.Aws, ByHand, "Remove 'managed: false' to run pipelines on SageMaker, or use 'engine: argo', which Kubeflow Pipelines runs on itself.")
        .Managed<KubeflowConfig>(Cloud.Gcp, VertexPipelines.Expand)
        .RefuseSelfHosted(Cloud.Gcp, ByHand, "Remove 'managed: false' to run the same pipelines on Vertex AI, or use 'engine: argo', which Kubeflow Pipelines runs on itself.")
        .RefuseManaged(Cloud.Kubernetes, "Nobody runs pipelines on a cluster for its team.", "Use 'engine: argo' on the cluster, or put the scheduler on 'cloud: gcp', where Vertex AI runs the same pipelines.")
        .RefuseSelfHosted(Cloud.Kubernetes, ByHand, "Use 'engine: argo', which Kubeflow Pipelines runs on itself, or put the scheduler on 'cloud: gcp', where Vertex AI runs the same pipelines.");
}
