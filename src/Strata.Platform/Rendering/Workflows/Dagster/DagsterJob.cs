using Strata.Platform.Catalog;
using Strata.Platform.Schedulers;
using Strata.Platform.Storage;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as a job of Dagster: every step an op that starts a Job; one code location for all of a scheduler's, with what its image is built from.</summary>
internal static class DagsterJob
{
    /// <summary>The code location's name, which is its module's too.</summary>
    private const string Location = "definitions";

    /// <summary>Each op that waits is a process of the run's pod.</summary>
    private const int MostAtOnce = 32;

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, (DagsterConfig)placed.Scheduler.Config);
        PythonRules.CheckParameters(placed, context);
        PythonRules.RefuseMail(placed, context);
        if (!config.Code.ContainsKey(Location))
        {
            context.Diagnostics.Add(PythonRenderErrors.NoCodeLocation(config.KeySpan, workflow.Name, config.Name, FolderOf(config), Location));
        }

        if (context.HandleOf<DagsterHandle>(config) is not { } server || PodSteps.Of(placed, config.Cluster, server.Store, context) is not { } pods)
        {
            yield break;
        }

        var (folder, said) = (FolderOf(config), workflow.Config);
        var model = new TemplateMap(
        [
            .. WorkflowModel.Of(placed, context).Where(one => one.Key != "after"),
            new("store", pods.Store),
            new("where", new TemplateMap(new("namespace", pods.Place.Namespace), new("account", pods.Place.Account), new("seconds", said.Timeout.Seconds))),
            new("webhook", PodSteps.Webhook(placed)),
            new("after", said.On?.After is { } after ? WorkflowModel.Variable(after.Name) : null),
            new("catch_up", said.CatchUp),
            new("news", said.On?.NewObject is { } trigger ? Object(trigger, pods, context) ?? TemplateValue.Null : TemplateValue.Null),
            new("object_parameter", said.On?.NewObject is not null && !said.Parameters.ContainsKey("object")),
            new("at_once", Math.Min(MostAtOnce, workflow.Steps.Sum(step => step.ForEach is null ? 1 : step.Config.MaxParallel))),
            new("steps", TemplateValue.List(workflow.Steps.Zip(pods.Steps, (step, one) => (TemplateValue)new TemplateMap([.. one.Names.Select(name => KeyValuePair.Create(name, one[name]!)), new("uses", Uses(step, workflow))])))),
        ]);
        IReadOnlyList<string> all = [.. context.Expanded.Workflows.Where(other => other.Scheduler.Config == config).Select(other => WorkflowModel.Variable(other.Workflow.Name))];
        (string Path, string Template, TemplateMap Model)[] files =
        [
            ($"{WorkflowModel.Variable(workflow.Name)}.py", "workflows/dagster/job.py.sbn", model),
            ($"{Location}.py", "workflows/dagster/definitions.py.sbn", new TemplateMap(new KeyValuePair<string, TemplateValue>("modules", WorkflowModel.Texts(all)))),
            ("Dockerfile", "workflows/dagster/Dockerfile.sbn", new TemplateMap(new("base", ContainerImages.Get("python-3.12").Reference), new("packages", WorkflowModel.Texts(Packages)))),
            ("strata_step.py", StepProgram.Template, TemplateMap.Empty),
            ("strata_jobs.py", "workflows/strata_jobs.py.sbn", TemplateMap.Empty),
        ];
        foreach (var (path, template, content) in files)
        {
            if (context.File($"{folder}/{path}", template, content) is { } file)
            {
                yield return file;
            }
        }
    }

    private static string FolderOf(DagsterConfig config) => $"dagster/{config.Name}";

    /// <summary>Dagster 1.13.7 is released with libraries 0.29.7 (Dagster documentation, "Releases and compatibility").</summary>
    private static IEnumerable<string> Packages
    {
        get
        {
            var version = HelmCharts.Get("dagster").AppVersion;
            var parts = version.Split('.');
            var library = FormattableString.Invariant($"0.{int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) + 16}.{parts[2]}");
            return [$"dagster=={version}", $"dagster-k8s=={library}", $"dagster-postgres=={library}"];
        }
    }

    /// <summary>The steps whose outputs an op gets, those of a list gathered.</summary>
    private static TemplateValue Uses(WorkflowStep step, Workflow workflow) => TemplateValue.List(step.Uses.Select(name => (TemplateValue)new TemplateMap(
        new("name", name), new("variable", WorkflowModel.Variable(name)), new("many", workflow.Step(name).ForEach is not null))));

    private static TemplateMap? Object(NewObject trigger, PodSteps pods, RenderContext context)
    {
        if (context.Stack.Components.OfType<ObjectStore>().FirstOrDefault(store => store.Name == trigger.Store.Name) is not { } store
            || context.HandleOf<ObjectStoreHandle>(store) is not { } handle
            || context.Known(handle.Url, $"the store '{store.Name}'", store.KeySpan) is not { } url)
        {
            return null;
        }

        return new TemplateMap(
            new("store", url),
            new("prefix", trigger.Prefix),
            new("suffix", trigger.Suffix),
            new("environment", new TemplateMap(pods.Around.Environment.Select(variable => KeyValuePair.Create(variable.Key, (TemplateValue)variable.Value)))));
    }
}
