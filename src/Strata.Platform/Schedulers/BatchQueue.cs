using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>Finds the batch queue that a scheduler sends its jobs to.</summary>
internal static class BatchQueue
{
    /// <summary>The queue that is named, or the stack's only one on the scheduler's cloud; on another cloud it is an error.</summary>
    /// <param name="property">The property that names it, as <c>nameof</c> gives it.</param>
    /// <exception cref="ExpansionStoppedException">There is none that fits; why is among the diagnostics.</exception>
    public static THandle QueueFor<THandle>(this ComponentContext context, SchedulerConfig config, Ref<Batch>? named, string property)
        where THandle : Handle
    {
        if (named is not null && context.Stack.Components.OfType<Batch>().FirstOrDefault(queue => queue.Name == named.Name) is { } there
            && context.Stack.CloudOf(there) is var cloud && cloud != context.Cloud)
        {
            context.Diagnostics.Add(PipelineErrors.QueueElsewhere(config.SpanOf(property), config.Name, named.Name, cloud.Title(), context.Cloud.Title()));
            throw new ExpansionStoppedException();
        }

        return context.Choose<Batch, THandle>(config, named, property);
    }
}
