using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as a pipeline of Kubeflow Pipelines 2, on Vertex AI or on a cluster: every step a container, told by arguments what to do.</summary>
internal static class KubeflowPipeline
{
    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context) => context.HandleOf<Handle>(placed.Scheduler.Config) switch
    {
        SageMakerPipelinesHandle sageMaker => SageMakerPipelineFiles.Render(placed, sageMaker, context),
        VertexPipelinesHandle vertex => OnVertex(placed, vertex, context),
        KubeflowHandle cluster => KubeflowClusterPipeline.Render(placed, cluster, context),
        _ => [],
    };

    private static IEnumerable<RenderedFile> OnVertex(PlacedWorkflow placed, VertexPipelinesHandle vertex, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, placed.Scheduler.Config);
        foreach (var step in workflow.Steps.Where(step => placed.PlaceOf(step).Gpus > 0))
        {
            context.Diagnostics.Add(PythonRenderErrors.NotThere(
                step.Config.SpanOf(nameof(step.Config.Resources)), workflow.Name, config.Name, $"'{step.Name}' asks for GPUs, and Vertex AI wants to know which, which a step does not say.", "Use 'engine: argo' or 'engine: airflow' with a pool that has them."));
        }

        var what = $"the pipelines of '{config.Name}'";
        var key = vertex.Key is null ? null : context.Known(vertex.Key, what, config.KeySpan);
        if (context.Known(vertex.Root, what, config.KeySpan) is not { } root || AccountOf(placed, vertex, context) is not { } account)
        {
            return [];
        }

        var said = workflow.Config;
        return Files(placed, new StepSurroundings(root, [], []), context, new TemplateMap(
            new("cron", said.Schedule is null ? null : $"TZ={said.TimeZone.Text} {said.Schedule.Text}"),
            new("vertex", new TemplateMap(new("project", context.Stack.Providers.GcpProject), new("location", context.Stack.Providers.GcpRegion))),
            new("cluster", TemplateValue.Null),
            new("place", new TemplateMap([new("pipeline_root", root), .. key is null ? (KeyValuePair<string, TemplateValue>[])[] : [new("encryption_spec_key_name", key)]])),
            new("account", account),
            new("run", "dsl.PIPELINE_JOB_NAME_PLACEHOLDER")));
    }

    /// <summary>The program that compiles the pipeline and puts it in place, and the steps' own.</summary>
    /// <param name="more">What differs between the two that run pipelines.</param>
    public static IEnumerable<RenderedFile> Files(PlacedWorkflow placed, StepSurroundings around, RenderContext context, TemplateMap more)
    {
        PythonRules.CheckParameters(placed, context);
        var (workflow, said) = (placed.Workflow, placed.Workflow.Config);
        var steps = workflow.Steps.Select(step => Step(step, placed, around, context)).ToList();
        if (steps.Contains(null))
        {
            yield break;
        }

        var model = new TemplateMap(
        [
            .. WorkflowModel.Of(placed, context),
            new("at_once", said.Concurrency == ConcurrencyPolicy.Forbid ? 1 : 10),
            new("choices", new TemplateMap(said.Parameters.Where(one => one.Value.Choices.Count > 0).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, WorkflowModel.Texts(one.Value.Choices))))),
            .. more.Names.Select(name => KeyValuePair.Create(name, more[name]!)),
            new("steps", TemplateValue.List(steps!)),
        ]);
        if (context.File($"pipelines/{workflow.Name}.py", "workflows/kubeflow/pipeline.py.sbn", model) is { } pipeline
            && StepProgram.In("pipelines", context) is { } runner)
        {
            yield return pipeline;
            yield return runner;
        }
    }

    /// <summary>The workflow's own identity, which needs the role Vertex AI User among its policies, or the scheduler's account.</summary>
    private static string? AccountOf(PlacedWorkflow placed, VertexPipelinesHandle vertex, RenderContext context) => placed.Workflow.Config.Identity is null
        ? context.Known(vertex.Runner.Email, $"the pipelines of '{placed.Scheduler.Config.Name}'", placed.Scheduler.Config.KeySpan)
        : WorkflowIdentity.HandleOf<GcpIdentityHandle>(placed, context) is { } identity ? context.Known(identity.Email, $"'{placed.Workflow.Name}'", placed.Workflow.Config.KeySpan) : null;

    private static TemplateMap? Step(WorkflowStep step, PlacedWorkflow placed, StepSurroundings around, RenderContext context)
    {
        if (StepModel.Of(step, placed, around, context) is not { } model)
        {
            return null;
        }

        // A list that others go through has a type of its own.
        var lists = placed.Workflow.Steps.Select(other => other.ForEach).Where(list => list?.Step == step.Name).Select(list => list!.Output).ToHashSet();
        var arguments = new StepArguments(step);
        var limits = (TemplateMap)model["limits"]!;
        return new TemplateMap(
        [
            .. model.Names.Select(name => KeyValuePair.Create(name, model[name]!)),
            new("inputs", arguments.Inputs),
            new("accelerators", new TemplateMap(limits.Names.Where(name => name != "memory").Select(name => KeyValuePair.Create(name, limits[name]!)))),
            new("results", TemplateValue.List(step.Config.Outputs.Select(output => (TemplateValue)new TemplateMap(new("name", $"out_{output}"), new("type", lists.Contains(output) ? "List[str]" : "str"))))),
            new("spec", new TemplateMap(
            [
                .. StepSpec.Of(step, placed, around, model, arguments),

                // A step that is left out gives out an empty list, for the engine reads it as one.
                .. step.When is null || lists.Count == 0 ? (KeyValuePair<string, TemplateValue>[])[] : [new("lists", WorkflowModel.Texts(lists.Order(StringComparer.Ordinal)))],
                new("results", arguments.ResultsAt),
            ])),
        ]);
    }
}
