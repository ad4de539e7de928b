using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>Airflow, whoever runs it.</summary>
/// <param name="Version">Airflow's own version.</param>
/// <param name="Url">Where its pages are; null where they are reached through the cluster only.</param>
/// <param name="Dags">Where DAGs are put: <c>s3://…</c>, <c>gs://…</c>, or the repository they are fetched from.</param>
/// <param name="Store">Where steps keep what they hand on.</param>
/// <param name="RunsAs">What its tasks run as: a role's ARN, an account's address, or a service account's name.</param>
internal sealed record AirflowHandle(string Version, Input<string>? Url, Input<string> Dags, Input<string> Store, Input<string> RunsAs) : SchedulerHandle("airflow")
{
    public override ValueMap Outputs => new() { ["version"] = Version, ["url"] = Url?.Value, ["dags"] = Dags, ["store"] = Store, ["runsAs"] = RunsAs };
}
