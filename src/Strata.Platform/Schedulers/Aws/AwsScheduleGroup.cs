using Strata.Aws.Iam;
using Strata.Aws.Scheduler;
using Strata.Aws.Sqs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Schedulers;

/// <summary>
/// What EventBridge Scheduler needs to start things at times: a group for the schedules, a role to start them as, and a queue for
/// starts that failed for good, which would vanish otherwise.
/// </summary>
internal sealed record AwsScheduleGroup(ScheduleGroup Group, Role Role, Queue Failed)
{
    // SQS keeps messages for two weeks at most.
    private const int Fortnight = 14 * 86_400;

    /// <param name="statements">What schedules may start.</param>
    public static AwsScheduleGroup Add(ComponentContext context, IReadOnlyList<PolicyStatement> statements)
    {
        var name = context.Name;
        var group = context.Scope.Add(new ScheduleGroup($"{name}-schedules") { Name = context.Named(AwsNames.Schedule) });
        var failed = context.Scope.Add(new Queue($"{name}-failed-starts")
        {
            Name = context.Named(AwsNames.SqsQueue, "failed-starts"),
            MessageRetentionSeconds = Fortnight,
            SqsManagedSseEnabled = true,
        });
        var trust = PolicyStatement.Trust("scheduler.amazonaws.com") with
        {
            // Nobody else's schedules may use the role.
            Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = context.Expansion.Foundations.Aws.AccountId } },
        };
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{name}-schedule-role", [name, "schedule"], trust, [], [.. statements, new PolicyStatement(["sqs:SendMessage"], [failed.Arn])]);
        return new AwsScheduleGroup(group, role, failed);
    }
}
