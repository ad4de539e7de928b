using Strata.Aws.CloudWatch;
using Strata.Aws.Iam;
using Strata.Aws.Sns;
using Strata.Graph;
using Strata.Platform.Compute;

namespace Strata.Platform.Schedulers;

/// <summary>Step Functions for workflows to become state machines of.</summary>
/// <param name="Queue">The batch queue of steps that name none.</param>
/// <param name="MachinePrefix">What the names of state machines begin with, before a hyphen: role, starter and news know machines by it. At most 48 characters.</param>
/// <param name="Role">What state machines act as.</param>
/// <param name="Logs">Where they write what they did.</param>
/// <param name="News">The topic that hears of failures.</param>
internal sealed record StepFunctionsHandle(AwsBatchHandle Queue, string MachinePrefix, Role Role, LogGroup Logs, AwsStarter Starter, Topic News) : SchedulerHandle("step-functions")
{
    /// <summary>What state machines wait for besides the role itself.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    public override ValueMap Outputs => new()
    {
        ["stateMachinePrefix"] = MachinePrefix,
        ["roleArn"] = Role.Arn,
        ["logGroup"] = Logs.Name,
        ["queueArn"] = Queue.Queue,
        ["scheduleGroup"] = Starter.Group.Name,
        ["starterRoleArn"] = Starter.Role.Arn,
        ["deadLetterQueueArn"] = Starter.DeadLetters.Arn,
        ["topicArn"] = News.Arn,
    };
}
