using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class KubeflowKind
{
    private const string Servers = "without a server, a database and their upgrades to look after.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<KubeflowConfig>("schedulers", "kubeflow", "strata:scheduler:Kubeflow", new EngineFacts(
            "Kubeflow Pipelines",
            Maturity.Stable,
            "Apache-2.0",
            "The API server, its pages and controllers, ML Metadata, a MySQL database of one instance with its backups, and the upgrades of all of them.",
            new FactSource("kubeflow/pipelines: tag 2.17.0, LICENSE and manifests/kustomize", "2026-07-09")))
        .Managed<KubeflowConfig>(Cloud.Aws, SageMakerPipelines.Expand)
        .SelfHosted<KubeflowConfig>(Cloud.Aws, KubeflowOnCluster.Expand)
        .Prefer(Cloud.Aws, managed: true, $"SageMaker runs pipelines {Servers}")
        .Managed<KubeflowConfig>(Cloud.Gcp, VertexPipelines.Expand)
        .SelfHosted<KubeflowConfig>(Cloud.Gcp, KubeflowOnCluster.Expand)
        .Prefer(Cloud.Gcp, managed: true, $"Vertex AI runs the same pipelines {Servers}")
        .RefuseManaged(Cloud.Kubernetes, "Nobody runs pipelines on a cluster for its team.", "Set 'managed: false', or put the scheduler on 'cloud: gcp', where Vertex AI runs the same pipelines.")
        .SelfHosted<KubeflowConfig>(Cloud.Kubernetes, KubeflowOnCluster.Expand);
}
