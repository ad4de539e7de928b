using Strata.Graph;
using Strata.Platform.Compute;

namespace Strata.Platform.Schedulers;

/// <summary>AWS Batch for workflows to become scheduled jobs of.</summary>
/// <param name="Queue">The queue of jobs that name none.</param>
internal sealed record BatchSchedulerHandle(AwsBatchHandle Queue, AwsStarter Starter) : SchedulerHandle("batch")
{
    public override ValueMap Outputs => new()
    {
        ["queueArn"] = Queue.Queue,
        ["jobDefinitionArn"] = Queue.JobDefinition,
        ["scheduleGroup"] = Starter.Group.Name,
        ["starterRoleArn"] = Starter.Role.Arn,
        ["deadLetterQueueArn"] = Starter.DeadLetters.Arn,
    };
}
