using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Schedulers;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Binding;

namespace Strata.Platform.Workflows;

/// <summary>The scheduler of a workflow: which engine it is, and where that runs steps.</summary>
internal sealed record WorkflowScheduler(SchedulerConfig Config, WorkflowEngine Engine, Cloud Cloud, bool Managed, StepPlace Place)
{
    private static readonly Dictionary<string, WorkflowEngine> Engines = Enum.GetValues<WorkflowEngine>().ToDictionary(engine => PropertyNames.OfChoice(engine.ToString()));

    /// <summary>The engine's word in files.</summary>
    public string Word => PropertyNames.OfChoice(Engine.ToString());

    /// <summary>The scheduler that the workflow names, or the stack's only one; null after a problem, which is among the diagnostics.</summary>
    public static WorkflowScheduler? Of(WorkflowConfig workflow, StackModel stack, DiagnosticBag diagnostics)
    {
        var all = stack.Components.OfType<SchedulerConfig>().ToList();
        if (workflow.Scheduler is { } named)
        {
            // One that is not there, or is broken, has been reported.
            return all.Find(scheduler => scheduler.Name == named.Name) is { } config ? Of(config, workflow, stack, diagnostics) : null;
        }

        List<SchedulerConfig> fit = [.. all.Where(scheduler => EngineOf(scheduler) is not null).OrderBy(scheduler => scheduler.Name, StringComparer.Ordinal)];
        if (fit is [var only])
        {
            return Of(only, workflow, stack, diagnostics);
        }

        if (fit.Count > 0 || !stack.AllComponents.OfType<SchedulerConfig>().Any(scheduler => scheduler.IsBroken))
        {
            diagnostics.Add(BindingErrors.NeedsOneOf(workflow.KeySpan, workflow.Name, "scheduler of workflows", "scheduler", [.. fit.Select(scheduler => scheduler.Name)]));
        }

        return null;
    }

    private static WorkflowScheduler? Of(SchedulerConfig config, WorkflowConfig workflow, StackModel stack, DiagnosticBag diagnostics)
    {
        var kind = ComponentCatalog.KindOf(config);
        if (EngineOf(config) is not { } engine)
        {
            diagnostics.Add(WorkflowErrors.NotAWorkflowEngine(workflow.SpanOf(nameof(workflow.Scheduler)), workflow.Name, config.Name, kind.Name, [.. Engines.Keys]));
            return null;
        }

        var cloud = stack.CloudOf(config);
        var managed = BuyOrBuild.Of(kind, config, stack).Managed;
        return new WorkflowScheduler(config, engine, cloud, managed, PlaceOf(engine, config, managed, cloud, stack));
    }

    private static WorkflowEngine? EngineOf(SchedulerConfig config) => Engines.TryGetValue(ComponentCatalog.KindOf(config).Name, out var engine) ? engine : null;

    /// <summary>What the clouds run themselves has no pools: it starts pods in the stack's own cluster where there is one, and else jobs in its queues.</summary>
    private static StepPlace PlaceOf(WorkflowEngine engine, SchedulerConfig config, bool managed, Cloud cloud, StackModel stack) => engine switch
    {
        WorkflowEngine.Slurm => StepPlace.Partitions,
        WorkflowEngine.Cron => StepPlace.OneMachine,
        WorkflowEngine.Kubeflow when managed => StepPlace.CloudMachines,
        WorkflowEngine.StepFunctions or WorkflowEngine.Workflows or WorkflowEngine.Batch => StepPlace.Queue,
        WorkflowEngine.Airflow when managed => ClusterChoice.On(stack, cloud).Any() ? StepPlace.Pods : StepPlace.Queue,
        WorkflowEngine.Metaflow => ((MetaflowConfig)config).ComputeOn(cloud) == MetaflowCompute.Batch ? StepPlace.Queue : StepPlace.Pods,
        _ => StepPlace.Pods,
    };
}
