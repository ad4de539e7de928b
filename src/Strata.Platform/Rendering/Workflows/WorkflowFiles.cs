using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Workflows, each in the own files of the engine that runs it.</summary>
internal static class WorkflowFiles
{
    private static readonly Dictionary<WorkflowEngine, Func<PlacedWorkflow, RenderContext, IEnumerable<RenderedFile>>> Engines = new()
    {
        [WorkflowEngine.Airflow] = AirflowDag.Render,
        [WorkflowEngine.Argo] = ArgoWorkflow.Render,
        [WorkflowEngine.Prefect] = PrefectFlow.Render,
        [WorkflowEngine.Dagster] = DagsterJob.Render,
        [WorkflowEngine.Kubeflow] = KubeflowPipeline.Render,
        [WorkflowEngine.Metaflow] = MetaflowFlow.Render,
        [WorkflowEngine.StepFunctions] = StepFunctionsFiles.Render,
        [WorkflowEngine.Cronjob] = CronJobFile.Render,
        [WorkflowEngine.Cron] = CrontabFile.Render,
        [WorkflowEngine.Slurm] = SlurmFiles.Render,
        [WorkflowEngine.Workflows] = GoogleWorkflowFiles.Render,
        [WorkflowEngine.Batch] = AwsBatchFiles.Render,
    };

    public static IEnumerable<RenderedFile> Render(RenderContext context) => Each(context).DistinctBy(file => file.Path);

    /// <summary>What workflows share is there once for each.</summary>
    private static IEnumerable<RenderedFile> Each(RenderContext context)
    {
        foreach (var workflow in context.Expanded.Workflows)
        {
            if (WorkflowIdentity.IsRefused(workflow))
            {
                var config = workflow.Workflow.Config;
                context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                    config.SpanOf(nameof(config.Identity)), config.Name, "an identity of its own", workflow.Scheduler.Word,
                    "Its steps run as what the scheduler lets all of them run as.", $"Leave 'identity' out, or run it on one of {string.Join(", ", WorkflowIdentity.Able)}."));
                continue;
            }

            foreach (var file in Engines[workflow.Scheduler.Engine](workflow, context))
            {
                yield return file;
            }
        }
    }
}
