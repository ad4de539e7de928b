using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>The identity that a workflow names for its steps.</summary>
internal static class WorkflowIdentity
{
    /// <summary>Engines whose files say what steps run as.</summary>
    private static readonly WorkflowEngine[] Engines =
    [
        WorkflowEngine.Airflow, WorkflowEngine.Argo, WorkflowEngine.Prefect, WorkflowEngine.Dagster, WorkflowEngine.Kubeflow, WorkflowEngine.StepFunctions, WorkflowEngine.Batch, WorkflowEngine.Cronjob,
    ];

    /// <summary>A workflow asks for an identity of its own, and its scheduler's files cannot say it. SageMaker's jobs may only be given the role of its pipelines.</summary>
    public static bool IsRefused(PlacedWorkflow placed) => placed.Workflow.Config.Identity is not null
        && (!Engines.Contains(placed.Scheduler.Engine) || placed.Scheduler is { Engine: WorkflowEngine.Kubeflow, Cloud: Cloud.Aws, Managed: true });

    public static IEnumerable<string> Able => Engines.Select(engine => Stacks.PropertyNames.OfChoice(engine.ToString()));

    public static IdentityConfig? ConfigOf(PlacedWorkflow placed, RenderContext context) =>
        placed.Workflow.Config.Identity is { } named ? context.Stack.Components.OfType<IdentityConfig>().FirstOrDefault(one => one.Name == named.Name) : null;

    /// <summary>Null without one, and for one of another cloud, which is an error.</summary>
    public static T? HandleOf<T>(PlacedWorkflow placed, RenderContext context)
        where T : Handle
    {
        if (ConfigOf(placed, context) is not { } config)
        {
            return null;
        }

        if (context.HandleOf<T>(config) is { } handle)
        {
            return handle;
        }

        context.Diagnostics.Add(PythonRenderErrors.IdentityElsewhere(placed.Workflow.Config.Identity!.Span, placed.Workflow.Name, config.Name, placed.Scheduler.Config.Name, placed.Scheduler.Cloud.Title()));
        return null;
    }
}
