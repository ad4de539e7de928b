using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as a flow of Prefect 3: every step a task that starts a Job; the deployments of all flows of a server in one file.</summary>
internal static class PrefectFlow
{
    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, (PrefectConfig)placed.Scheduler.Config);
        PythonRules.CheckParameters(placed, context);
        PythonRules.RefuseMail(placed, context);
        if (context.HandleOf<PrefectHandle>(config) is not { } server || PodSteps.Of(placed, config.Cluster, server.Store, context) is not { } pods)
        {
            yield break;
        }

        var folder = FolderOf(config);
        var model = new TemplateMap(
        [
            .. WorkflowModel.Of(placed, context),
            new("store", pods.Store),
            new("where", new TemplateMap(new("namespace", pods.Place.Namespace), new("account", pods.Place.Account), new("seconds", workflow.Config.Timeout.Seconds))),
            new("webhook", PodSteps.Webhook(placed)),
            new("steps", TemplateValue.List(workflow.Steps.Zip(pods.Steps, (step, one) => (TemplateValue)With(one, step)))),
        ]);
        if (context.File($"{folder}/{WorkflowModel.Variable(workflow.Name)}.py", "workflows/prefect/flow.py.sbn", model) is { } flow
            && StepProgram.In(folder, context) is { } runner
            && context.File($"{folder}/strata_jobs.py", "workflows/strata_jobs.py.sbn", TemplateMap.Empty) is { } jobs
            && PrefectDeployments.Of(config, server, pods.Around, context) is { } deployments)
        {
            yield return flow;
            yield return runner;
            yield return jobs;
            yield return deployments;
        }
    }

    public static string FolderOf(PrefectConfig config) => $"flows/{config.Name}";

    /// <summary>The waits between tries, and the steps whose outputs it gets.</summary>
    private static TemplateMap With(TemplateMap model, WorkflowStep step) => new(
    [
        .. model.Names.Select(name => KeyValuePair.Create(name, model[name]!)),
        new("waits", TemplateValue.List(Enumerable.Range(0, step.Config.Retries).Select(attempt => (TemplateValue)(step.Config.Backoff.Seconds << attempt)))),
        new("uses", WorkflowModel.Named(step.Uses)),
    ]);
}
