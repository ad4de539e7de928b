using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Schedulers;

/// <summary>Problems of Kubeflow Pipelines on a team's own cluster.</summary>
public static class KubeflowErrors
{
    public static Diagnostic TwoOnOneCluster(SourceSpan? at, string name, string other, string cluster) => Diagnostic.Error("STR451", at,
        $"'{name}' and '{other}' are both Kubeflow Pipelines on '{cluster}': they run pipelines in the same namespace, and each would take the other's runs and schedules for its own. Keep one of them, or put one on another cluster with 'cluster:'.");

    public static Diagnostic TwoTimeZones(SourceSpan? at, string workflow, string zone, string scheduler, string other, string otherZone) => Diagnostic.Error("STR452", at,
        $"'{workflow}' starts by the clock of {zone}, and '{other}' by that of {otherZone}: Kubeflow Pipelines on a cluster reads all schedules of '{scheduler}' by one clock. Give both the same 'timeZone', or run one of them on 'engine: argo'.");
}
