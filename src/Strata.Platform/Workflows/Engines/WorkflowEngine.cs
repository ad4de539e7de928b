namespace Strata.Platform.Workflows;

/// <summary>A scheduler that runs workflows; the words are those of <c>engine</c> under <c>schedulers</c>.</summary>
public enum WorkflowEngine
{
    Airflow,
    Argo,
    Prefect,
    Dagster,
    Kubeflow,
    Metaflow,
    StepFunctions,
    Workflows,
    Batch,
    Slurm,
    Cronjob,
    Cron,
}
