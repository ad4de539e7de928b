using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class MetaflowKind
{
    private const string NoService = "No cloud runs Metaflow as a service of its own.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<MetaflowConfig>("schedulers", "metaflow", "strata:scheduler:Metaflow", new EngineFacts(
            "Metaflow", Maturity.Stable, "Apache-2.0", "You look after the metadata service and its database: versions, backups and who reaches it.",
            new FactSource("Netflix/metaflow-service: tag v2.5.0, LICENSE, README.md", "2025-04-11")))
        .RefuseManaged(Cloud.Aws, NoService, "Remove 'managed: true', or use 'engine: step-functions', which AWS runs.")
        .SelfHosted<MetaflowConfig>(Cloud.Aws, Metaflow.Expand)
        .RefuseManaged(Cloud.Gcp, NoService, "Remove 'managed: true', or use 'engine: kubeflow', which Google Cloud runs as Vertex AI Pipelines.")
        .SelfHosted<MetaflowConfig>(Cloud.Gcp, Metaflow.Expand)
        .RefuseManaged(Cloud.Kubernetes, NoService, "Remove 'managed: true'.")
        .SelfHosted<MetaflowConfig>(Cloud.Kubernetes, Metaflow.Expand);
}
