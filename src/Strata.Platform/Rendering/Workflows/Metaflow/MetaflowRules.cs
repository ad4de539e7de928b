using Strata.Platform.Compute;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Where flows run and what starts them, and what of a workflow that leaves out.</summary>
internal static class MetaflowRules
{
    /// <summary>The shortest time limit that AWS Batch takes, in seconds.</summary>
    private const int LeastTimeout = 60;

    public static void Check(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config, onBatch) = (placed.Workflow, placed.Workflow.Config, placed.Scheduler.Place == StepPlace.Queue);
        if (onBatch && config.TimeZone.Text != "UTC")
        {
            Refuse(nameof(config.TimeZone), "a time zone", "Step Functions starts Metaflow's flows by UTC.", "Write the schedule in UTC and remove 'timeZone', or run flows on a cluster with 'compute: kubernetes'.");
        }

        if (onBatch && config.Schedule is { } schedule && EventBridgeCron.Of(schedule) is null)
        {
            Refuse(nameof(config.Schedule), "days of the month together with days of the week", "EventBridge knows one of the two in a schedule, and cron means either.", "Use one of them, or make two workflows.");
        }

        if (!onBatch && config.Schedule is not null && !HasArgo(placed, context))
        {
            Refuse(nameof(config.Schedule), "a schedule", "Flows on a cluster start by time through Argo Workflows, which the stack does not have there.", "Add a scheduler with 'engine: argo' and name this one with 'scheduler:', or remove 'schedule' and start the flow by hand.");
        }

        foreach (var step in workflow.Steps)
        {
            var said = step.Config;
            if (said.IsSet(nameof(said.Backoff)) && said.Backoff.Seconds % 60 != 0)
            {
                Say(said.SpanOf(nameof(said.Backoff)), $"a back-off of {said.Backoff} for '{step.Name}'", "Metaflow waits whole minutes.", "Round it to minutes.");
            }

            if (onBatch && said.Timeout is { Seconds: < LeastTimeout } timeout)
            {
                Say(said.SpanOf(nameof(said.Timeout)), $"a limit of {timeout} for '{step.Name}'", "AWS Batch takes no limit below a minute.", "Raise it to 60s.");
            }

            if (said.Secrets.Count > (onBatch ? 0 : 1))
            {
                Say(
                    said.SpanOf(nameof(said.Secrets)), onBatch ? $"secrets of '{step.Name}'" : $"several secrets of '{step.Name}'",
                    onBatch ? "Jobs of AWS Batch read no secrets of the stack." : "All that Metaflow takes of a secret is its keys, and each has the same one.",
                    onBatch ? "Let the step ask AWS Secrets Manager with the role of its queue." : "Leave one of them, or make two steps.");
            }
        }

        void Refuse(string property, string what, string reason, string hint) => Say(config.SpanOf(property), what, reason, hint);

        void Say(Text.SourceSpan? at, string what, string reason, string hint) => context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(at, workflow.Name, what, placed.Scheduler.Word, reason, hint));
    }

    /// <summary>The arguments of a step's <c>@kubernetes</c> or <c>@batch</c>.</summary>
    public static TemplateMap Place(WorkflowStep step, PlacedWorkflow placed, RenderContext context)
    {
        var (config, place) = (step.Config, placed.PlaceOf(step));
        List<KeyValuePair<string, TemplateValue>> arguments =
        [
            new("image", context.ReferenceTo(context.Stack.Config.Images[config.Image.Name])),
            new("cpu", place.Queue is null ? config.Resources.Cpu.Cores : Math.Ceiling(config.Resources.Cpu.Cores)),
            new("memory", config.Resources.Memory.WholeMebibytes),
        ];
        if (place.Gpus > 0)
        {
            arguments.Add(new("gpu", place.Gpus));
        }

        if (place.Queue is { } batch)
        {
            arguments.Add(new("queue", context.HandleOf<AwsBatchHandle>(batch) is { } queue ? context.Known(queue.Queue, $"'{step.Name}'", config.KeySpan) : null));
            return new TemplateMap(arguments);
        }

        if (place.Pool is { } named && context.HandleOf<PoolHandle>(named) is { } pool)
        {
            if (place.Gpus > 0 && pool.AcceleratorResource is { } resource)
            {
                if (resource is not ("nvidia.com/gpu" or "amd.com/gpu"))
                {
                    context.Diagnostics.Add(PythonRenderErrors.NotThere(
                        config.KeySpan, placed.Workflow.Name, placed.Scheduler.Config.Name, $"'{step.Name}' runs on '{pool.Config.Name}', whose accelerators are no GPUs, and Metaflow asks for GPUs only.", "Use 'engine: argo' or 'engine: airflow'."));
                }

                arguments.Add(new("gpu_vendor", resource.Split('.')[0]));
            }

            arguments.Add(new("node_selector", new TemplateMap(pool.NodeSelector.Select(label => KeyValuePair.Create(label.Key, (TemplateValue)label.Value)))));
            arguments.Add(new("tolerations", TemplateValue.List(pool.Tolerations.Select(toleration => YamlText.From(toleration)))));
        }

        if (config.Secrets.Count > 0)
        {
            arguments.Add(new("secrets", WorkflowModel.Texts(config.Secrets.Values.Select(secret => Foundation.WorkflowSecrets.NameOf(secret.Name)))));
        }

        return new TemplateMap(arguments);
    }

    /// <summary>All flows of a scheduler, with what their deployment says of them.</summary>
    public static TemplateMap Deployment(MetaflowConfig config, bool onBatch, RenderContext context) => new(
        new("scheduler", config.Name),
        new("command", onBatch ? "step-functions" : context.Expanded.Workflows.Any(placed => placed.Scheduler.Config == config && HasArgo(placed, context)) ? "argo-workflows" : null),
        new("flows", TemplateValue.List(context.Expanded.Workflows.Where(placed => placed.Scheduler.Config == config).Select(placed => (TemplateValue)new TemplateMap(
            new("module", WorkflowModel.Variable(placed.Workflow.Name)),
            new("timeout", placed.Workflow.Config.Timeout.Seconds),
            new("at_once", placed.Workflow.Steps.Where(step => step.ForEach is not null).Select(step => step.Config.MaxParallel).DefaultIfEmpty().Min()))))));

    private static bool HasArgo(PlacedWorkflow placed, RenderContext context) =>
        context.Stack.Components.OfType<ArgoConfig>().Any(argo => context.Stack.CloudOf(argo) == placed.Scheduler.Cloud);
}
