using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>Schedules that submit jobs to the stack's queues. The queue itself tells people of jobs that failed.</summary>
internal static class BatchScheduler
{
    public static BatchSchedulerHandle Expand(BatchSchedulerConfig config, ComponentContext context)
    {
        var queue = context.QueueFor<AwsBatchHandle>(config, config.Batch, nameof(config.Batch));
        IReadOnlyList<PolicyStatement> submit = [.. StepFunctionsRights.Jobs(context, queue).Where(statement => statement.Actions.Contains("batch:SubmitJob"))];
        return new BatchSchedulerHandle(queue, AwsStarter.Add(context, AwsNews.Add(context), submit));
    }
}
