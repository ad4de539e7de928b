using System.Globalization;
using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A workflow for Argo Workflows: a template of it, what starts it at times, and what starts it with new objects.</summary>
internal static class ArgoWorkflow
{
    private const string Version = "argoproj.io/v1alpha1";

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        if (context.HandleOf<ArgoHandle>(placed.Scheduler.Config) is not { } scheduler)
        {
            yield break;
        }

        var workflow = placed.Workflow;
        List<ValueMap> documents = [Template(placed, scheduler, context)];
        if (workflow.Config.Schedule is not null)
        {
            documents.Add(Cron(workflow, scheduler));
        }

        documents.AddRange(ArgoTriggers.Of(placed, scheduler, context));
        yield return new RenderedFile($"workflows/{workflow.Name}.yaml", YamlText.Of(documents), "workflows/argo");
    }

    private static ValueMap Template(PlacedWorkflow placed, ArgoHandle scheduler, RenderContext context)
    {
        var config = placed.Workflow.Config;
        return new()
        {
            ["apiVersion"] = Version,
            ["kind"] = "WorkflowTemplate",
            ["metadata"] = new ValueMap { ["name"] = placed.Workflow.Name, ["namespace"] = scheduler.Namespace },
            ["spec"] = new ValueMap
            {
                ["entrypoint"] = "main",
                ["serviceAccountName"] = config.Account ?? scheduler.Account,
                ["activeDeadlineSeconds"] = config.Timeout.Seconds,
                ["arguments"] = Parameters(config) is { Count: > 0 } parameters ? (Value)new ValueMap { ["parameters"] = Value.List(parameters) } : null,
                ["onExit"] = config.Notify?.Webhook is null ? null : (Value)ArgoTriggers.ExitHandler,
                ["templates"] = Value.List([Main(placed.Workflow, scheduler), .. placed.Workflow.Steps.Select(step => (Value)Step(step, placed, scheduler, context)), .. ArgoTriggers.Handlers(placed.Workflow)]),
            },
        };
    }

    private static List<Value> Parameters(WorkflowConfig config)
    {
        List<Value> parameters = [.. config.Parameters.Select(parameter => (Value)new ValueMap
        {
            ["name"] = parameter.Key,
            ["value"] = parameter.Value.Default,
            ["description"] = parameter.Value.Description is null ? null : (Value)parameter.Value.Description,
            ["enum"] = parameter.Value.Choices.Count == 0 ? null : Value.List(parameter.Value.Choices.Select(choice => (Value)choice)),
        })];
        if (config.On?.NewObject is not null && !config.Parameters.ContainsKey(ArgoTriggers.Object))
        {
            parameters.Add(new ValueMap { ["name"] = ArgoTriggers.Object, ["value"] = "" });
        }

        return parameters;
    }

    private static ValueMap Main(Workflow workflow, ArgoHandle scheduler) => new()
    {
        ["name"] = "main",

        // Argo counts the pods of the whole graph and not of one task: the tightest limit holds for all.
        ["parallelism"] = workflow.Steps.Where(step => step.ForEach is not null).Select(step => step.Config.MaxParallel).DefaultIfEmpty().Min() is var most and > 0 ? (Value)most : null,
        ["dag"] = new ValueMap
        {
            ["tasks"] = Value.List(workflow.Steps.Select(step => (Value)new ValueMap
            {
                ["name"] = step.Name,
                ["template"] = step.Name,

                // A step that was left out counts as done.
                ["depends"] = step.Needs.Count == 0 ? null : (Value)string.Join(" && ", step.Needs.Select(need => $"({need}.Succeeded || {need}.Skipped)")),
                ["when"] = step.When is null ? null : (Value)ArgoConditions.Of(step.When),
                ["withParam"] = step.ForEach is null ? null : (Value)$"{{{{tasks.{step.ForEach.Step}.outputs.parameters.{step.ForEach.Output}}}}}",
                ["arguments"] = Arguments(step, workflow, scheduler) is { } arguments ? (Value)arguments : null,
            })),
        },
    };

    /// <summary>What a step uses of others comes in as parameters of its own, and the artifacts of the steps that it needs.</summary>
    private static ValueMap? Arguments(WorkflowStep step, Workflow workflow, ArgoHandle scheduler)
    {
        List<Value> parameters = [.. References(step).Select(reference => (Value)new ValueMap { ["name"] = NameOf(reference), ["value"] = $"{{{{tasks.{reference.Step}.outputs.parameters.{reference.Output}}}}}" })];
        if (step.ForEach is not null)
        {
            parameters.Add(new ValueMap { ["name"] = "item", ["value"] = "{{item}}" });
        }

        var artifacts = new ArgoStepFolders(step, workflow, scheduler).Arguments;
        return parameters.Count + artifacts.Count == 0 ? null : new()
        {
            ["parameters"] = parameters.Count == 0 ? null : Value.List(parameters),
            ["artifacts"] = artifacts.Count == 0 ? null : Value.List(artifacts),
        };
    }

    private static ValueMap Step(WorkflowStep step, PlacedWorkflow placed, ArgoHandle scheduler, RenderContext context)
    {
        var config = step.Config;
        List<Value> inputs = [.. References(step).Select(reference => (Value)new ValueMap { ["name"] = NameOf(reference) })];
        if (step.ForEach is not null)
        {
            inputs.Add(new ValueMap { ["name"] = "item" });
        }

        var folders = new ArgoStepFolders(step, placed.Workflow, scheduler);
        var artifacts = folders.Inputs;
        return new()
        {
            ["name"] = step.Name,
            ["inputs"] = inputs.Count + artifacts.Count == 0 ? null : (Value)new ValueMap
            {
                ["parameters"] = inputs.Count == 0 ? null : Value.List(inputs),
                ["artifacts"] = artifacts.Count == 0 ? null : Value.List(artifacts),
            },
            ["outputs"] = folders.Given is { } given ? (Value)given : null,
            ["activeDeadlineSeconds"] = config.Timeout is null ? null : (Value)config.Timeout.Seconds.ToString(CultureInfo.InvariantCulture),
            ["retryStrategy"] = config.Retries == 0 ? null : (Value)new ValueMap
            {
                ["limit"] = config.Retries.ToString(CultureInfo.InvariantCulture),
                ["retryPolicy"] = "Always",
                ["backoff"] = new ValueMap { ["duration"] = config.Backoff.InSeconds, ["factor"] = "2" },
            },
            ["nodeSelector"] = Pool(placed, step, context) is { NodeSelector.Count: > 0 } pool ? (Value)Selector(pool) : null,
            ["tolerations"] = Pool(placed, step, context) is { Tolerations.Count: > 0 } tainted ? Value.List(tainted.Tolerations.Select(toleration => (Value)toleration)) : null,
            ["volumes"] = folders.Volumes,
            ["container"] = Container(step, placed, folders, context),
        };
    }

    private static ValueMap Container(WorkflowStep step, PlacedWorkflow placed, ArgoStepFolders folders, RenderContext context)
    {
        var place = placed.PlaceOf(step);
        var limits = new ValueMap { ["memory"] = step.Config.Resources.Memory.ToString() };
        if (place.Gpus > 0 && Pool(placed, step, context)?.AcceleratorResource is { } resource)
        {
            limits[resource] = place.Gpus.ToString(CultureInfo.InvariantCulture);
        }

        return new()
        {
            ["image"] = context.ImageOf(placed, step),
            ["command"] = Value.List(step.Command.Select(word => (Value)word.Write(text => text, Reference))),
            ["env"] = Value.List(
            [
                Variable("STRATA_RUN", "{{workflow.name}}"),
                Variable("STRATA_OUTPUTS", ArgoStepFolders.Outputs),
                Variable("STRATA_ARTIFACTS", ArgoStepFolders.Artifacts),
                .. step.Environment.Select(variable => Variable(variable.Key, variable.Value.Write(text => text, Reference))),
                .. step.Config.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => (Value)new ValueMap
                {
                    ["name"] = secret.Key,
                    ["valueFrom"] = new ValueMap { ["secretKeyRef"] = new ValueMap { ["name"] = WorkflowSecrets.NameOf(secret.Value.Name), ["key"] = WorkflowSecrets.Key } },
                }),
            ]),
            ["volumeMounts"] = folders.Mounts,
            ["resources"] = new ValueMap { ["requests"] = new ValueMap { ["cpu"] = step.Config.Resources.Cpu.ToString(), ["memory"] = step.Config.Resources.Memory.ToString() }, ["limits"] = limits },
        };
    }

    private static ValueMap Cron(Workflow workflow, ArgoHandle scheduler) => new()
    {
        ["apiVersion"] = Version,
        ["kind"] = "CronWorkflow",
        ["metadata"] = new ValueMap { ["name"] = workflow.Name, ["namespace"] = scheduler.Namespace },
        ["spec"] = new ValueMap
        {
            ["schedules"] = Value.List(workflow.Config.Schedule!.Text),
            ["timezone"] = workflow.Config.TimeZone.Text,
            ["concurrencyPolicy"] = workflow.Config.Concurrency.ToString(),
            ["workflowSpec"] = new ValueMap { ["workflowTemplateRef"] = new ValueMap { ["name"] = workflow.Name } },
        },
    };

    private static PoolHandle? Pool(PlacedWorkflow placed, WorkflowStep step, RenderContext context) =>
        placed.PlaceOf(step).Pool is { } pool ? context.HandleOf<PoolHandle>(pool) : null;

    private static ValueMap Selector(PoolHandle pool)
    {
        var selector = new ValueMap();
        foreach (var (label, value) in pool.NodeSelector)
        {
            selector[label] = value;
        }

        return selector;
    }

    private static string Reference(TextPart part) => part switch
    {
        ParameterReference parameter => $"{{{{workflow.parameters.{parameter.Name}}}}}",
        OutputReference output => $"{{{{inputs.parameters.{NameOf(output)}}}}}",
        ItemReference => "{{inputs.parameters.item}}",
        _ => "{{workflow.name}}",
    };

    private static IEnumerable<OutputReference> References(WorkflowStep step) =>
        step.Command.Concat(step.Environment.Select(variable => variable.Value)).SelectMany(text => text.Parts).OfType<OutputReference>().Distinct();

    private static string NameOf(OutputReference reference) => $"{reference.Step}_{reference.Output}";

    private static Value Variable(string name, string value) => new ValueMap { ["name"] = name, ["value"] = value };
}
