using System.Globalization;
using Strata.Diagnostics;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Workflows;

/// <summary>Where a step runs: on a pool, in a queue, or wherever its scheduler puts it.</summary>
/// <param name="Pool">Null for any machine without GPUs, and where there are no pools.</param>
/// <param name="Queue">Null where there are no queues.</param>
/// <param name="Gpus">How many it gets.</param>
internal sealed record StepPlacement(Pool? Pool, Batch? Queue, int Gpus)
{
    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public static StepPlacement? Of(WorkflowStep step, WorkflowScheduler scheduler, StackModel stack, DiagnosticBag diagnostics) => scheduler.Place switch
    {
        StepPlace.Pods or StepPlace.Partitions => OnPool(step, scheduler, stack, diagnostics),
        StepPlace.Queue => InQueue(step, scheduler, stack, diagnostics),
        _ => new StepPlacement(null, null, step.Config.Resources.Gpu ?? 0),
    };

    private static StepPlacement? OnPool(WorkflowStep step, WorkflowScheduler scheduler, StackModel stack, DiagnosticBag diagnostics)
    {
        var (config, asked) = (step.Config, step.Config.Resources.Gpu);
        var pools = stack.Components.OfType<Pool>().Where(pool => stack.CloudOf(pool) == scheduler.Cloud).ToList();
        if (config.Pool is null)
        {
            if (asked is not > 0)
            {
                return new StepPlacement(null, null, 0);
            }

            // GPUs are on pools with a taint: without saying which, the step would wait for ever.
            List<Pool> fit = [.. pools.Where(pool => GpusOf(pool) >= asked).OrderBy(pool => pool.Name, StringComparer.Ordinal)];
            if (fit is [var only])
            {
                return new StepPlacement(only, null, asked.Value);
            }

            diagnostics.Add(fit.Count == 0
                ? WorkflowErrors.NoPoolFits(config.SpanOf(nameof(config.Resources)), step.Name, asked.Value, [.. pools.Select(pool => pool.Name).Order(StringComparer.Ordinal)])
                : WorkflowErrors.SeveralPoolsFit(config.SpanOf(nameof(config.Resources)), step.Name, [.. fit.Select(pool => pool.Name)]));
            return null;
        }

        if (stack.Components.OfType<Pool>().FirstOrDefault(pool => pool.Name == config.Pool.Name) is not { } named)
        {
            return null; // Not there, or broken: that has been reported.
        }

        if (stack.CloudOf(named) is var there && there != scheduler.Cloud)
        {
            diagnostics.Add(WorkflowErrors.PoolElsewhere(config.Pool.Span, step.Name, named.Name, there.Title(), scheduler.Config.Name, scheduler.Cloud.Title()));
            return null;
        }

        var gpus = GpusOf(named);
        if (asked > gpus)
        {
            diagnostics.Add(WorkflowErrors.TooManyGpus(config.SpanOf(nameof(config.Resources)), step.Name, asked.Value, named.Name, gpus));
            return null;
        }

        return new StepPlacement(named, null, asked ?? (named.Machine.Gpu is null ? 0 : 1));
    }

    /// <summary>What the file says; a machine named by its type may have GPUs that only the catalog of machines knows.</summary>
    private static int GpusOf(Pool pool) => pool.Machine switch
    {
        { Gpu: { } gpu } => gpu.Count,
        { Type: not null } => int.MaxValue,
        _ => 0,
    };

    private static StepPlacement? InQueue(WorkflowStep step, WorkflowScheduler scheduler, StackModel stack, DiagnosticBag diagnostics)
    {
        var config = step.Config;
        var gpus = config.Resources.Gpu ?? 0;
        if (config.Queue is { } named)
        {
            return stack.Components.OfType<Batch>().FirstOrDefault(batch => batch.Name == named.Name) is { } queue
                ? new StepPlacement(null, queue, config.Resources.Gpu ?? (queue.Machine.Gpu is null ? 0 : 1))
                : null;
        }

        List<Batch> queues = [.. stack.Components.OfType<Batch>().Where(batch => stack.CloudOf(batch) == scheduler.Cloud).OrderBy(batch => batch.Name, StringComparer.Ordinal)];
        List<Batch> fit = [.. queues.Where(batch => Has(batch.Machine, config.Resources, gpus))];

        // Machines with GPUs are for steps that use them, where there are others.
        var plain = gpus == 0 ? fit.FindAll(batch => batch.Machine.Gpu is null) : fit;
        switch (plain.Count > 0 ? plain : fit)
        {
            case [var only]:
                return new StepPlacement(null, only, gpus);
            case []:
                diagnostics.Add(WorkflowErrors.NoQueueFits(config.SpanOf(nameof(config.Resources)), step.Name, scheduler.Config.Name, Need(config.Resources, gpus), [.. queues.Select(batch => batch.Name)]));
                return null;
            case var several:
                diagnostics.Add(WorkflowErrors.SeveralQueuesFit(config.KeySpan, step.Name, [.. several.Select(batch => batch.Name)]));
                return null;
        }
    }

    private static bool Has(Machine machine, StepResources need, int gpus) =>
        machine.Type is not null
        || ((machine.Cpu is not { } cpu || cpu.Cores >= need.Cpu.Cores) && (machine.Memory is not { } memory || memory.Bytes >= need.Memory.Bytes) && (machine.Gpu?.Count ?? 0) >= gpus);

    private static string Need(StepResources need, int gpus) =>
        string.Create(CultureInfo.InvariantCulture, $"{need.Cpu} cores and {need.Memory}{(gpus > 0 ? $" and {gpus} GPUs" : "")}");
}
