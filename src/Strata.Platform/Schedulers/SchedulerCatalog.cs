using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>The engines of schedulers, and what becomes of each on each cloud.</summary>
internal static class SchedulerCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        Airflow.Kind,
        Argo.Kind,
        Prefect.Kind,
        Dagster.Kind,
        KubeflowKind.Kind,
        MetaflowKind.Kind,
        StepFunctionsKind.Kind,
        GoogleWorkflowsKind.Kind,
        BatchSchedulerKind.Kind,
        CronjobKind.Kind,
        Cron.Kind,
        SlurmKind.Kind,
        RayKind.Kind,
        SparkKind.Kind,
    ];
}
