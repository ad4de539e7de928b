using Strata.Diagnostics;
using Strata.Platform.Images;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Workflows;

/// <summary>What must hold for a stack's workflows and images before anything is rendered of them.</summary>
internal static class WorkflowChecker
{
    /// <summary>The stack's workflows that are right, each with its scheduler and the place of every step, in the order of their names.</summary>
    public static IReadOnlyList<PlacedWorkflow> Check(StackModel stack, DiagnosticBag diagnostics)
    {
        foreach (var image in stack.Config.Images.Values.Where(image => !image.IsBroken))
        {
            ImageChecker.Check(image, stack, diagnostics);
        }

        List<PlacedWorkflow> placed = [];
        foreach (var config in stack.Config.Workflows.Values.Where(workflow => !workflow.IsBroken).Concat(ComponentWorkflows.Of(stack)))
        {
            var workflow = WorkflowBinder.Bind(config, diagnostics);
            if (WorkflowScheduler.Of(config, stack, diagnostics) is { } scheduler && workflow is not null && Place(workflow, scheduler, stack, diagnostics) is { } one)
            {
                placed.Add(one);
            }
        }

        ImageAccelerators.Check(stack, placed, diagnostics);
        return placed;
    }

    private static PlacedWorkflow? Place(Workflow workflow, WorkflowScheduler scheduler, StackModel stack, DiagnosticBag diagnostics)
    {
        var before = diagnostics.ErrorCount;
        foreach (var (feature, at) in FeatureUse.Of(workflow))
        {
            if (EngineCapabilities.Of(scheduler, feature) is { Can: false } cannot)
            {
                diagnostics.Add(WorkflowErrors.NotWithThisEngine(at, workflow.Name, EngineCapabilities.NameOf(feature), scheduler.Word, cannot.How, EngineCapabilities.Able(feature)));
            }
        }

        if (EngineCapabilities.WhyOneStep(scheduler.Engine) is { } reason && workflow.Steps.Count > 1 && !workflow.Steps.Any(step => step.Needs.Count > 0))
        {
            diagnostics.Add(WorkflowErrors.OneStepOnly(workflow.Config.SpanOf(nameof(WorkflowConfig.Steps)), workflow.Name, scheduler.Word, reason));
        }

        CheckTriggers(workflow.Config, scheduler, stack, diagnostics);
        var steps = new Dictionary<string, StepPlacement>(StringComparer.Ordinal);
        foreach (var step in workflow.Steps)
        {
            CheckWords(step, scheduler, diagnostics);
            if (StepPlacement.Of(step, scheduler, stack, diagnostics) is { } placement)
            {
                steps[step.Name] = placement;
            }
        }

        return diagnostics.ErrorCount == before && steps.Count == workflow.Steps.Count ? new PlacedWorkflow(workflow, scheduler, steps) : null;
    }

    private static void CheckTriggers(WorkflowConfig config, WorkflowScheduler scheduler, StackModel stack, DiagnosticBag diagnostics)
    {
        if (config.On?.NewObject is { } trigger
            && stack.Components.OfType<ObjectStore>().FirstOrDefault(store => store.Name == trigger.Store.Name) is { Events: false } silent
            && stack.CloudOf(silent) != Cloud.Kubernetes)
        {
            diagnostics.Add(WorkflowErrors.NoEvents(trigger.Store.Span, config.Name, silent.Name));
        }

        if (config.On?.After is { } after
            && stack.Config.Workflows.TryGetValue(after.Name, out var other) && !other.IsBroken
            && WorkflowScheduler.Of(other, stack, new DiagnosticBag()) is { } its && its.Config != scheduler.Config)
        {
            diagnostics.Add(WorkflowErrors.AfterElsewhere(after.Span, config.Name, other.Name, scheduler.Config.Name));
        }
    }

    /// <summary>A pool where steps run in queues, or a queue where they run on pools, would be silently left out.</summary>
    private static void CheckWords(WorkflowStep step, WorkflowScheduler scheduler, DiagnosticBag diagnostics)
    {
        var config = step.Config;
        var onPools = scheduler.Place is StepPlace.Pods or StepPlace.Partitions;
        if (config.Queue is not null && scheduler.Place is not StepPlace.Queue)
        {
            diagnostics.Add(WorkflowErrors.PlaceMeansNothing(config.Queue.Span, step.Name, "queue", scheduler.Word, Phrase(scheduler.Place), onPools ? "Say 'pool:' instead." : "Remove it."));
        }

        if (config.Pool is not null && !onPools && EngineCapabilities.Of(scheduler, WorkflowFeature.Pool).Can)
        {
            diagnostics.Add(WorkflowErrors.PlaceMeansNothing(
                config.Pool.Span, step.Name, "pool", scheduler.Word, Phrase(scheduler.Place),
                scheduler.Place is StepPlace.Queue ? "Say 'queue:' instead, or only what it needs under 'resources:'." : "Say what it needs under 'resources:' instead."));
        }
    }

    private static string Phrase(StepPlace place) => place switch
    {
        StepPlace.Pods => "as pods on the pools of a cluster",
        StepPlace.Queue => "in batch queues here",
        StepPlace.CloudMachines => "on machines that the cloud starts for each of them",
        StepPlace.Partitions => "in partitions, one for each pool",
        _ => "on one machine",
    };
}
