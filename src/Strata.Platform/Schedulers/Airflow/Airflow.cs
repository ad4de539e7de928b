using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>Airflow can be had everywhere; the clouds' own costs more and breaks less.</summary>
internal static class Airflow
{
    private const string Why = "A scheduler, a database and workers that somebody has to keep alive cost a team of ordinary size more than the service does.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<AirflowConfig>("schedulers", "airflow", "strata:scheduler:Airflow", new EngineFacts(
            "Apache Airflow",
            Maturity.Stable,
            "Apache-2.0",
            "The scheduler, API server and their upgrades, and a Postgres database with its backups.",
            new("https://github.com/apache/airflow/releases/tag/helm-chart%2F1.22.0", "2026-06-13")))
        .Managed<AirflowConfig>(Cloud.Aws, AwsAirflow.Expand)
        .Managed<AirflowConfig>(Cloud.Gcp, GcpAirflow.Expand)
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false' to run it on the cluster.")
        .SelfHosted<AirflowConfig>(Cloud.Aws, AirflowOnCluster.Expand)
        .SelfHosted<AirflowConfig>(Cloud.Gcp, AirflowOnCluster.Expand)
        .SelfHosted<AirflowConfig>(Cloud.Kubernetes, AirflowOnCluster.Expand)
        .Prefer(Cloud.Aws, true, Why)
        .Prefer(Cloud.Gcp, true, Why);
}
