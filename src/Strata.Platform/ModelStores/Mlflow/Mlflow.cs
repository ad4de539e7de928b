using Strata.Platform.Components;

namespace Strata.Platform.ModelStores;

/// <summary>MLflow can be had on any cluster, and from AWS.</summary>
internal static class Mlflow
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<MlflowConfig>("modelStores", "mlflow", "strata:modelStore:Mlflow", new EngineFacts(
            "MLflow",
            Maturity.Stable,
            "Apache-2.0",
            "The server and its upgrades, which migrate its database, and a Postgres database with its backups.",
            new("community-charts/helm-charts: gh-pages index.yaml (MLflow 3.15.1)", "2026-08-21")))
        .Managed<MlflowConfig>(Cloud.Aws, AwsMlflow.Expand)
        .RefuseManaged(Cloud.Gcp, "Google Cloud sells no MLflow.", "Set 'managed: false' to run it on a cluster, or use engine: vertex.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false' to run it on the cluster.")
        .SelfHosted<MlflowConfig>(Cloud.Aws, MlflowOnCluster.Expand)
        .SelfHosted<MlflowConfig>(Cloud.Gcp, MlflowOnCluster.Expand)
        .SelfHosted<MlflowConfig>(Cloud.Kubernetes, MlflowOnCluster.Expand)
        .Prefer(Cloud.Aws, false, "SageMaker's server is billed for every hour it exists, and one small pod on a cluster that is there anyway does the same.");
}
