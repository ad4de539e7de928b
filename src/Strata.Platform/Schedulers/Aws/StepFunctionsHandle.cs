using Strata.Aws.CloudWatch;
using Strata.Aws.Iam;
using Strata.Aws.Sns;
using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>What state machines are made with.</summary>
/// <param name="Prefix">What the name of every state machine begins with, before a dash: the roles are for these.</param>
/// <param name="Store">Where steps keep what they hand on: <c>s3://…</c>.</param>
internal sealed record StepFunctionsHandle(string Prefix, Role Role, LogGroup Logs, AwsScheduleGroup Schedules, Topic Failed, Input<string> Store) : SchedulerHandle("step-functions")
{
    public override ValueMap Outputs => new()
    {
        ["prefix"] = Prefix,
        ["roleArn"] = Role.Arn,
        ["logGroupArn"] = Logs.Arn,
        ["scheduleGroup"] = Schedules.Group.Name,
        ["scheduleRoleArn"] = Schedules.Role.Arn,
        ["failedStartsArn"] = Schedules.Failed.Arn,
        ["failedTopicArn"] = Failed.Arn,
        ["store"] = Store,
    };
}
