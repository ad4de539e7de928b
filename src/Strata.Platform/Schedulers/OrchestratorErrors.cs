using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Schedulers;

/// <summary>Problems of schedulers of workflows.</summary>
public static class OrchestratorErrors
{
    public static Diagnostic NoDags(SourceSpan? at, string name) => Diagnostic.Error("STR830", at,
        $"Nothing says where the DAGs of '{name}' come from. Add 'dags:' with the 'repository' that they are fetched from, or set 'managed: true' to put them in a bucket.");

    public static Diagnostic ImageWithoutTag(SourceSpan? at, string name, string location, string image) => Diagnostic.Error("STR832", at,
        $"The image '{image}' of '{location}' in '{name}' has no tag, and would be another one tomorrow. Write it as '{image}:1.4.0'.");

    public static Diagnostic OneZone(SourceSpan? at, string name) => Diagnostic.Error("STR831", at,
        $"'{name}' needs private subnets in two zones, and the network has one. Give the network two zones, or set 'managed: false'.");

    public static Diagnostic OnlyAirflow3(SourceSpan? at, string name) => Diagnostic.Error("STR472", at,
        $"'{name}' asks for Airflow 2 on a cluster, whose chart is set up for Airflow 3: its API server and its way to sign in are not in 2. Remove 'version', or set 'managed: true' where a cloud runs Airflow 2.");
}
