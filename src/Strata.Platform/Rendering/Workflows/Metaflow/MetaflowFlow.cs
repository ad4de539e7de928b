using Strata.Graph;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as a flow of Metaflow: steps run in their images, level by level, on the queue or as pods, and start by themselves through Step Functions or Argo Workflows.</summary>
internal static class MetaflowFlow
{
    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, (MetaflowConfig)placed.Scheduler.Config);
        var onBatch = placed.Scheduler.Place == StepPlace.Queue;
        if (context.HandleOf<MetaflowHandle>(config) is not { } scheduler || Around(scheduler, onBatch, placed, context) is not { } around)
        {
            yield break;
        }

        MetaflowRules.Check(placed, context);
        var nodes = new MetaflowNodes(workflow);
        var said = workflow.Config;
        var model = new TemplateMap(
        [
            .. WorkflowModel.Of(placed, context),
            new("class", string.Concat(workflow.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))),
            new("store", around.Store),
            new("compute", onBatch ? "batch" : "kubernetes"),
            new("cron", Cron(said, onBatch)),
            new("zone", said.TimeZone.Text == "UTC" ? null : said.TimeZone.Text),
            new("start", nodes.Start),
            new("nodes", TemplateValue.List(workflow.Steps.SelectMany(step => Nodes(step, nodes, placed, around, context)))),
            new("joins", nodes.Joins),
        ]);
        var folder = $"metaflow/{config.Name}";
        (string Path, string Template, TemplateMap Model)[] files =
        [
            ($"{WorkflowModel.Variable(workflow.Name)}.py", "workflows/metaflow/flow.py.sbn", model),
            ("strata_step.py", StepProgram.Template, TemplateMap.Empty),
            ("deploy.sh", "workflows/metaflow/deploy.sh.sbn", MetaflowRules.Deployment(config, onBatch, context)),
        ];
        foreach (var (path, template, content) in files)
        {
            if (context.File($"{folder}/{path}", template, content) is { } file)
            {
                yield return file;
            }
        }
    }

    /// <summary>Metaflow's own store, and what reaching it needs besides the settings that its pods and jobs have.</summary>
    private static StepSurroundings? Around(MetaflowHandle scheduler, bool onBatch, PlacedWorkflow placed, RenderContext context)
    {
        var settings = scheduler.Settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        var root = settings.GetValueOrDefault("METAFLOW_DATASTORE_SYSROOT_S3") ?? settings["METAFLOW_DATASTORE_SYSROOT_GS"];
        List<KeyValuePair<string, string>> environment = [];
        if (settings.GetValueOrDefault("METAFLOW_S3_ENDPOINT_URL") is TextValue endpoint)
        {
            environment = [new("AWS_ENDPOINT_URL_S3", endpoint.Text), new("AWS_REGION", "us-east-1")];
        }
        else if (onBatch || placed.Scheduler.Cloud == Cloud.Aws)
        {
            environment = [new("AWS_REGION", context.Stack.Providers.AwsRegion!)];
        }

        return context.KnownValue(root, $"the store of '{placed.Scheduler.Config.Name}'", placed.Scheduler.Config.KeySpan) is { } store ? new StepSurroundings(store, environment, []) : null;
    }

    /// <summary>Step Functions is told in EventBridge's six fields, Argo Workflows in cron's five.</summary>
    private static string? Cron(WorkflowConfig config, bool onBatch) => config.Schedule is not { } schedule ? null
        : !onBatch ? schedule.Text
        : EventBridgeCron.Of(schedule) is { } cron ? cron["cron(".Length..^1] : null;

    /// <summary>A step's own node, with those before and after it that a list needs.</summary>
    private static IEnumerable<TemplateValue> Nodes(WorkflowStep step, MetaflowNodes nodes, PlacedWorkflow placed, StepSurroundings around, RenderContext context)
    {
        if (StepModel.Of(step, placed, around, context) is not { } model)
        {
            yield break;
        }

        if (step.ForEach is { } list)
        {
            yield return new TemplateMap(new("kind", "list"), new("name", MetaflowNodes.Entry(step)), new("step", list.Step), new("output", list.Output), new("items", $"items_{MetaflowNodes.Id(step.Name)}"), new("each", MetaflowNodes.Of(step)));
        }

        yield return new TemplateMap(
        [
            .. model.Names.Where(name => name != "name").Select(name => KeyValuePair.Create(name, model[name]!)),
            new("kind", "step"),
            new("step", step.Name),
            new("name", MetaflowNodes.Of(step)),
            new("given", step.ForEach is null ? $"outputs_{MetaflowNodes.Id(step.Name)}" : null),
            new("next", step.ForEach is null ? nodes.Next(step) : MetaflowNodes.Calls(MetaflowNodes.Gather(step))),
            new("place", MetaflowRules.Place(step, placed, context)),
            new("minutes", (step.Config.Backoff.Seconds + 59) / 60),
        ]);
        if (step.ForEach is not null)
        {
            yield return new TemplateMap(new("kind", "join"), new("name", MetaflowNodes.Gather(step)), new("next", nodes.Next(step)));
        }
    }
}
