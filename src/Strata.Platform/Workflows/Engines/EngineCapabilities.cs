using static Strata.Platform.Workflows.EngineCapability;
using static Strata.Platform.Workflows.WorkflowEngine;

namespace Strata.Platform.Workflows;

/// <summary>What each scheduler can do of what a workflow can ask: feature by feature, so that engines are compared side by side.</summary>
internal static class EngineCapabilities
{
    private static readonly Dictionary<WorkflowFeature, Dictionary<WorkflowEngine, EngineCapability>> Table = new()
    {
        [WorkflowFeature.Needs] = new()
        {
            [Airflow] = By("task order"),
            [Argo] = By("dag.dependencies"),
            [Prefect] = By("wait_for"),
            [Dagster] = By("op inputs"),
            [Kubeflow] = By("after(), DependsOn"),
            [Metaflow] = By("self.next and joins, level by level"),
            [StepFunctions] = By("states and Parallel"),
            [WorkflowEngine.Workflows] = By("steps and parallel"),
            [Batch] = By("dependsOn"),
            [Slurm] = By("--dependency=afterok"),
            [Cronjob] = Not("A CronJob starts one pod and knows of no others."),
            [Cron] = Not("cron starts commands at times and does not know when they end."),
        },
        [WorkflowFeature.When] = new()
        {
            [Airflow] = By("short-circuit task"),
            [Argo] = By("when"),
            [Prefect] = By("task that ends as Skipped"),
            [Dagster] = By("check at the start of the op"),
            [Kubeflow] = By("check at the start of the step"),
            [Metaflow] = By("check at the start of the step"),
            [StepFunctions] = By("Choice"),
            [WorkflowEngine.Workflows] = By("switch"),
            [Batch] = Not("AWS Batch starts a job when others have ended, whatever they found out."),
            [Slurm] = By("if in the step's script"),
            [Cronjob] = Not("A CronJob runs one step, and there is no earlier one to ask."),
            [Cron] = Not("cron starts commands at times, whatever others found out."),
        },
        [WorkflowFeature.Outputs] = new()
        {
            [Airflow] = By("XCom"),
            [Argo] = By("output parameters"),
            [Prefect] = By("return values, 4 KiB for each step"),
            [Dagster] = By("op outputs, 4 KiB for each step"),
            [Kubeflow] = By("component outputs, or objects in the store (SageMaker)"),
            [Metaflow] = By("flow attributes"),
            [StepFunctions] = By("object in the store"),
            [WorkflowEngine.Workflows] = By("object in the store"),
            [Batch] = Not("AWS Batch hands nothing from one job to another."),
            [Slurm] = By("files in the run's shared folder"),
            [Cronjob] = Not("A CronJob runs one step, and nobody would read what it gives out."),
            [Cron] = Not("cron hands nothing from one command to another."),
        },
        [WorkflowFeature.Artifacts] = new()
        {
            [Airflow] = By("object store"),
            [Argo] = By("artifact repository"),
            [Prefect] = By("object store"),
            [Dagster] = By("object store"),
            [Kubeflow] = By("object store"),
            [Metaflow] = By("object store"),
            [StepFunctions] = By("object store"),
            [WorkflowEngine.Workflows] = By("object store"),
            [Batch] = By("object store"),
            [Slurm] = By("shared folder"),
            [Cronjob] = Not("A CronJob runs one step, and nobody would read what it hands on."),
            [Cron] = Not("cron hands nothing from one command to another."),
        },
        [WorkflowFeature.ForEach] = new()
        {
            [Airflow] = By("mapped tasks"),
            [Argo] = By("withParam"),
            [Prefect] = By("task.map"),
            [Dagster] = By("dynamic outputs"),
            [Kubeflow] = By("dsl.ParallelFor (not SageMaker)"),
            [Metaflow] = By("foreach"),
            [StepFunctions] = By("Map"),
            [WorkflowEngine.Workflows] = By("parallel for"),
            [Batch] = Not("The jobs of AWS Batch, and of an array the number, are fixed when the run starts."),
            [Slurm] = Not("sbatch needs the number of an array's tasks when the run starts."),
            [Cronjob] = Not("A CronJob starts a fixed number of pods."),
            [Cron] = Not("cron starts the commands of its table and no others."),
        },
        [WorkflowFeature.Retries] = new()
        {
            [Airflow] = By("retries with exponential back-off"),
            [Argo] = By("retryStrategy with backoff"),
            [Prefect] = By("retries with exponential back-off"),
            [Dagster] = By("RetryPolicy"),
            [Kubeflow] = By("set_retry, or again in the same job (SageMaker)"),
            [Metaflow] = By("@retry (the same wait each time)"),
            [StepFunctions] = By("Retry with BackoffRate"),
            [WorkflowEngine.Workflows] = By("retry with backoff"),
            [Batch] = By("retryStrategy (without waiting)"),
            [Slurm] = By("loop in the step's script"),
            [Cronjob] = By("backoffLimit (Kubernetes doubles ten seconds)"),
            [Cron] = By("loop in the command"),
        },
        [WorkflowFeature.StepTimeout] = new()
        {
            [Airflow] = By("execution_timeout"),
            [Argo] = By("activeDeadlineSeconds"),
            [Prefect] = By("limit around the step's command"),
            [Dagster] = By("limit around the step's command"),
            [Kubeflow] = By("limit around the step's command"),
            [Metaflow] = By("@timeout"),
            [StepFunctions] = By("TimeoutSeconds"),
            [WorkflowEngine.Workflows] = By("timeout(1) around the command"),
            [Batch] = By("timeout.attemptDurationSeconds"),
            [Slurm] = By("--time"),
            [Cronjob] = By("activeDeadlineSeconds"),
            [Cron] = By("timeout(1)"),
        },
        [WorkflowFeature.Timeout] = new()
        {
            [Airflow] = By("dagrun_timeout"),
            [Argo] = By("activeDeadlineSeconds"),
            [Prefect] = By("timeout_seconds"),
            [Dagster] = By("dagster/max_runtime"),
            [Kubeflow] = Not("Neither Vertex AI nor SageMaker nor Kubeflow Pipelines itself limits a run as a whole. Limit the steps with 'timeout' each."),
            [Metaflow] = By("--workflow-timeout of the deployment"),
            [StepFunctions] = By("TimeoutSeconds"),
            [WorkflowEngine.Workflows] = By("deadline checked between steps"),
            [Batch] = Not("AWS Batch limits each job and knows of no run. Limit the steps with 'timeout' each."),
            [Slurm] = By("deadline that every step keeps to"),
            [Cronjob] = By("activeDeadlineSeconds"),
            [Cron] = By("timeout(1)"),
        },
        [WorkflowFeature.Resources] = new()
        {
            [Airflow] = By("pod resources or Batch overrides"),
            [Argo] = By("container resources"),
            [Prefect] = By("resources of the step's Job"),
            [Dagster] = By("resources of the step's Job"),
            [Kubeflow] = By("set_cpu_limit, set_memory_limit, or a machine that has them (SageMaker)"),
            [Metaflow] = By("@kubernetes or @batch"),
            [StepFunctions] = By("containerOverrides"),
            [WorkflowEngine.Workflows] = By("a machine of the queue for each job"),
            [Batch] = By("resourceRequirements"),
            [Slurm] = By("--cpus-per-task, --mem, --gres"),
            [Cronjob] = By("container resources"),
            [Cron] = Not("cron runs commands on the machine it is on, with whatever that has."),
        },
        [WorkflowFeature.Pool] = new()
        {
            [Airflow] = By("node selector and tolerations"),
            [Argo] = By("node selector and tolerations"),
            [Prefect] = By("node selector and tolerations"),
            [Dagster] = By("node selector and tolerations"),
            [Kubeflow] = Not("The clouds start a machine for each step; there are no pools. On a cluster, with 'managed: false', steps are pods and have them."),
            [Metaflow] = By("node selector and tolerations"),
            [StepFunctions] = By("by queue"),
            [WorkflowEngine.Workflows] = By("by queue"),
            [Batch] = By("by queue"),
            [Slurm] = By("--partition"),
            [Cronjob] = By("node selector and tolerations"),
            [Cron] = Not("cron runs commands on the machine it is on."),
        },
        [WorkflowFeature.Parameters] = new()
        {
            [Airflow] = By("params"),
            [Argo] = By("arguments"),
            [Prefect] = By("flow parameters"),
            [Dagster] = By("resource with the run's parameters"),
            [Kubeflow] = By("pipeline parameters"),
            [Metaflow] = By("Parameter"),
            [StepFunctions] = By("execution input"),
            [WorkflowEngine.Workflows] = By("execution arguments"),
            [Batch] = By("parameters of the job definition"),
            [Slurm] = By("environment of sbatch"),
            [Cronjob] = Not("A CronJob has nobody who could set them: write the values into the command."),
            [Cron] = Not("cron has nobody who could set them: write the values into the command."),
        },
        [WorkflowFeature.Schedule] = new()
        {
            [Airflow] = By("schedule"),
            [Argo] = By("CronWorkflow"),
            [Prefect] = By("cron schedule"),
            [Dagster] = By("ScheduleDefinition"),
            [Kubeflow] = By("schedule of Vertex AI, EventBridge Scheduler, recurring run (on a cluster)"),
            [Metaflow] = By("@schedule"),
            [StepFunctions] = By("EventBridge Scheduler"),
            [WorkflowEngine.Workflows] = By("Cloud Scheduler"),
            [Batch] = By("EventBridge Scheduler"),
            [Slurm] = By("scrontab (with 'managed: false')"),
            [Cronjob] = By("schedule"),
            [Cron] = By("crontab"),
        },
        [WorkflowFeature.TimeZone] = new()
        {
            [Airflow] = By("timetable's time zone"),
            [Argo] = By("timezone"),
            [Prefect] = By("timezone"),
            [Dagster] = By("execution_timezone"),
            [Kubeflow] = By("TZ= in the schedule, ScheduleExpressionTimezone, one for all (on a cluster)"),
            [Metaflow] = By("@schedule timezone (Argo Workflows)"),
            [StepFunctions] = By("ScheduleExpressionTimezone"),
            [WorkflowEngine.Workflows] = By("timeZone"),
            [Batch] = By("ScheduleExpressionTimezone"),
            [Slurm] = Not("scrontab runs in the time zone of the controller, which is UTC."),
            [Cronjob] = By("timeZone"),
            [Cron] = By("CRON_TZ, which cronie knows and Debian's cron does not"),
        },
        [WorkflowFeature.CatchUp] = new()
        {
            [Airflow] = Not("Airflow makes up for missed times from a first date on, and a workflow has none."),
            [Argo] = Not("A CronWorkflow starts at most one of the runs it missed."),
            [Prefect] = Not("Prefect marks runs it missed as late and does not start those of a past it never planned."),
            [Dagster] = By("partitions by time, up to five missed ones"),
            [Kubeflow] = Not("Vertex AI and SageMaker start no run for a time that is past; on a cluster, with 'managed: false', it is made up for."),
            [Metaflow] = Not("Its schedulers start no run for a time that is past."),
            [StepFunctions] = Not("EventBridge Scheduler starts no run for a time that is past."),
            [WorkflowEngine.Workflows] = Not("Cloud Scheduler starts no run for a time that is past."),
            [Batch] = Not("EventBridge Scheduler starts no run for a time that is past."),
            [Slurm] = Not("scrontab starts no run for a time that is past."),
            [Cronjob] = Not("A CronJob starts at most one of the runs it missed."),
            [Cron] = Not("cron starts no run for a time that is past."),
        },
        [WorkflowFeature.NewObject] = new()
        {
            [Airflow] = Not("Airflow hears of new objects only through a message queue of its own, which the stack does not have."),
            [Argo] = By("Argo Events"),
            [Prefect] = Not("Its server hears of events, and nothing in the stack tells it of new objects."),
            [Dagster] = By("sensor that lists the store"),
            [Kubeflow] = Not("Kubeflow Pipelines starts runs by hand or by time only."),
            [Metaflow] = Not("Flows hear of events through Argo Events with settings of Metaflow's own, which the stack does not make."),
            [StepFunctions] = By("EventBridge rule"),
            [WorkflowEngine.Workflows] = Not("Its source does not say what starts it, and Eventarc needs rights on the project that the scheduler's accounts do not have."),
            [Batch] = Not("AWS Batch knows jobs and no runs, so that an event would start single jobs and not the workflow."),
            [Slurm] = Not("Slurm starts jobs by hand, by time or after other jobs only."),
            [Cronjob] = Not("A CronJob starts by time only."),
            [Cron] = Not("cron starts by time only."),
        },
        [WorkflowFeature.After] = new()
        {
            [Airflow] = By("dataset or asset"),
            [Argo] = By("event of the finished workflow"),
            [Prefect] = By("trigger of the deployment on a finished flow"),
            [Dagster] = By("run status sensor"),
            [Kubeflow] = Not("Kubeflow Pipelines knows no order between pipelines."),
            [Metaflow] = Not("Flows hear of each other through Argo Events with settings of Metaflow's own, which the stack does not make."),
            [StepFunctions] = By("EventBridge rule on the execution's status"),
            [WorkflowEngine.Workflows] = By("call of the other workflow at its end"),
            [Batch] = Not("AWS Batch knows no order between workflows, only between jobs that are submitted together."),
            [Slurm] = By("job at the other's end that starts it"),
            [Cronjob] = Not("A CronJob knows of no other."),
            [Cron] = Not("cron starts by time only."),
        },
        [WorkflowFeature.ForbidConcurrency] = new()
        {
            [Airflow] = By("max_active_runs=1"),
            [Argo] = By("concurrencyPolicy: Forbid"),
            [Prefect] = By("concurrency limit"),
            [Dagster] = By("run queue with a tag limit"),
            [Kubeflow] = By("limit of the schedule (not SageMaker)"),
            [Metaflow] = Not("Metaflow starts a run beside the one that goes on."),
            [StepFunctions] = By("check of running executions at the start"),
            [WorkflowEngine.Workflows] = By("check of running executions at the start"),
            [Batch] = By("check of running jobs at the start"),
            [Slurm] = By("check of waiting and running jobs at the start"),
            [Cronjob] = By("concurrencyPolicy: Forbid"),
            [Cron] = By("flock"),
        },
        [WorkflowFeature.ReplaceConcurrency] = new()
        {
            [Airflow] = Not("Airflow lets a new run wait and stops no old one."),
            [Argo] = By("concurrencyPolicy: Replace"),
            [Prefect] = Not("Prefect lets a new run wait or cancels it, and stops no old one."),
            [Dagster] = Not("Dagster lets a new run wait and stops no old one."),
            [Kubeflow] = Not("Kubeflow Pipelines lets a new run wait and stops no old one."),
            [Metaflow] = Not("Metaflow starts a run beside the one that goes on."),
            [StepFunctions] = By("first state stops running executions"),
            [WorkflowEngine.Workflows] = Not("A workflow of Google Cloud cannot be told which of its runs are older."),
            [Batch] = Not("AWS Batch knows jobs and no runs, so that none can be told apart."),
            [Slurm] = By("scancel of waiting and running jobs at the start"),
            [Cronjob] = By("concurrencyPolicy: Replace"),
            [Cron] = By("docker stop before the start"),
        },
        [WorkflowFeature.Notify] = new()
        {
            [Airflow] = By("callbacks"),
            [Argo] = By("exit handler"),
            [Prefect] = By("webhook called by a hook of the flow"),
            [Dagster] = By("webhook called by a run failure sensor"),
            [Kubeflow] = Not("Vertex AI tells only of every end, however it went; on AWS the scheduler's own topic tells the team of every failed run; on a cluster nobody is told."),
            [Metaflow] = Not("Metaflow would write the address in plain text into what it deploys."),
            [StepFunctions] = Not("The scheduler's own topic tells the team of every failed run, and nobody else."),
            [WorkflowEngine.Workflows] = Not("The scheduler's own alert tells the team of every failed run, and nobody else."),
            [Batch] = Not("AWS Batch knows jobs and no runs, so that nothing can tell that a workflow failed."),
            [Slurm] = By("--mail-type, --mail-user"),
            [Cronjob] = Not("A CronJob tells nobody; alerts come from the cluster's monitoring."),
            [Cron] = By("MAILTO"),
        },
        [WorkflowFeature.Secrets] = new()
        {
            [Airflow] = By("secret of the pod"),
            [Argo] = By("secret of the pod"),
            [Prefect] = By("secret of the pod"),
            [Dagster] = By("secret of the pod"),
            [Kubeflow] = Not("Steps on Vertex AI and SageMaker get no secrets from their scheduler: let the command read them from the cloud's store of secrets. On a cluster, with 'managed: false', they are the pod's."),
            [Metaflow] = By("secret of the pod, one for each step"),
            [StepFunctions] = Not("Jobs of AWS Batch read no secrets of the stack: let the step ask AWS Secrets Manager with the role of its queue."),
            [WorkflowEngine.Workflows] = Not("Jobs of the queue read no secrets of the stack: let the step ask Secret Manager with the account of its queue."),
            [Batch] = Not("Jobs of AWS Batch read no secrets of the stack: let the step ask AWS Secrets Manager with the role of its queue."),
            [Slurm] = By("file that only the user can read"),
            [Cronjob] = By("secret of the pod"),
            [Cron] = By("file that only the user can read"),
        },
    };

    /// <summary>What Kubeflow Pipelines can do on a cluster besides, where its steps are pods and its schedules its own.</summary>
    private static readonly Dictionary<WorkflowFeature, EngineCapability> KubeflowOnCluster = new()
    {
        [WorkflowFeature.Pool] = By("node selector and tolerations"),
        [WorkflowFeature.Secrets] = By("secret of the pod"),
        [WorkflowFeature.CatchUp] = By("no_catchup"),
    };

    public static EngineCapability Of(WorkflowEngine engine, WorkflowFeature feature) => Table[feature][engine];

    public static EngineCapability Of(WorkflowScheduler scheduler, WorkflowFeature feature) =>
        scheduler is { Engine: Kubeflow, Place: StepPlace.Pods } && KubeflowOnCluster.TryGetValue(feature, out var can) ? can : Of(scheduler.Engine, feature);

    /// <summary>Why an engine runs only one step; null for those that run many.</summary>
    public static string? WhyOneStep(WorkflowEngine engine) => engine is Cronjob ? "A CronJob starts one pod." : null;

    /// <summary>A feature as a phrase in a sentence.</summary>
    public static string NameOf(WorkflowFeature feature) => feature switch
    {
        WorkflowFeature.Needs => "steps that wait for others",
        WorkflowFeature.When => "conditions on earlier outputs",
        WorkflowFeature.Outputs => "outputs of steps",
        WorkflowFeature.Artifacts => "artifacts handed on between steps",
        WorkflowFeature.ForEach => "a step for each item of a list known only when it runs",
        WorkflowFeature.Retries => "retries",
        WorkflowFeature.StepTimeout => "time limits of steps",
        WorkflowFeature.Timeout => "a time limit",
        WorkflowFeature.Resources => "resources of steps",
        WorkflowFeature.Pool => "pools",
        WorkflowFeature.Parameters => "parameters",
        WorkflowFeature.Schedule => "a schedule",
        WorkflowFeature.TimeZone => "a time zone",
        WorkflowFeature.CatchUp => "making up for missed times",
        WorkflowFeature.NewObject => "a start with new objects",
        WorkflowFeature.After => "a start after another workflow",
        WorkflowFeature.ForbidConcurrency => "not starting while it still runs",
        WorkflowFeature.ReplaceConcurrency => "stopping the run that still goes on",
        WorkflowFeature.Notify => "notifications",
        WorkflowFeature.Secrets => "secrets",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "The feature has no name."),
    };

    /// <summary>The engines that can do something, by the words of files.</summary>
    public static IReadOnlyList<string> Able(WorkflowFeature feature) =>
        [.. Enum.GetValues<WorkflowEngine>().Where(engine => Of(engine, feature).Can).Select(engine => Stacks.PropertyNames.OfChoice(engine.ToString()))];
}
