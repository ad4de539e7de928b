using Strata.Aws.CloudWatch;
using Strata.Aws.Iam;
using Strata.Aws.Scheduler;
using Strata.Aws.Sqs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Schedulers;

/// <summary>What starts work on AWS by the clock and on events: EventBridge Scheduler and EventBridge rules.</summary>
/// <param name="Group">The group that schedules go into.</param>
/// <param name="Role">What schedules and rules act as.</param>
/// <param name="DeadLetters">Where starts go that did not succeed however often they were tried; people hear of the first.</param>
/// <param name="Ready">What schedules and rules wait for.</param>
internal sealed record AwsStarter(ScheduleGroup Group, Role Role, Queue DeadLetters, IReadOnlyList<Resource> Ready)
{
    private const int FourteenDaysInSeconds = 14 * 86_400;

    /// <param name="statements">What the role may start.</param>
    public static AwsStarter Add(ComponentContext context, AwsNews news, IReadOnlyList<PolicyStatement> statements)
    {
        var name = $"{context.Name}-starter";
        var group = context.Scope.Add(new ScheduleGroup(name) { Name = context.Named(AwsNames.Schedule) });
        var letters = context.Scope.Add(new Queue($"{context.Name}-dead-letters")
        {
            Name = context.Named(AwsNames.SqsQueue, "dead-letters"),
            MessageRetentionSeconds = FourteenDaysInSeconds,
            SqsManagedSseEnabled = true,
        });
        var policy = context.Scope.Add(new QueuePolicy($"{context.Name}-dead-letters") { QueueUrl = letters.Url, Policy = PolicyDocument.Of(FromRules(context, letters)) });
        AddAlarm(context, news, letters);
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{name}-role", [context.Name, "starter"], Trust(context), [], [.. statements, new PolicyStatement(["sqs:SendMessage"], [letters.Arn])]);
        return new AwsStarter(group, role, letters, [policy, .. AwsRights.Of(context, role)]);
    }

    private static PolicyStatement Trust(ComponentContext context) => PolicyStatement.Trust("scheduler.amazonaws.com", "events.amazonaws.com") with
    {
        Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = context.Expansion.Foundations.Aws.AccountId } },
    };

    /// <summary>Schedules send with their role; rules in their own name.</summary>
    private static PolicyStatement FromRules(ComponentContext context, Queue letters)
    {
        var aws = context.Expansion.Foundations.Aws;
        return new PolicyStatement(["sqs:SendMessage"], [letters.Arn])
        {
            Sid = "Rules",
            Principal = new ValueMap { ["Service"] = "events.amazonaws.com" },
            Condition = new ValueMap { ["ArnLike"] = new ValueMap { ["aws:SourceArn"] = Output.Format($"arn:aws:events:{aws.Region}:{aws.AccountId}:rule/*") } },
        };
    }

    private static void AddAlarm(ComponentContext context, AwsNews news, Queue letters) => context.Scope.Add(new MetricAlarm($"{context.Name}-not-started")
    {
        Name = context.Named(AwsNames.Alarm, "not-started"),
        AlarmDescription = $"Something of {context.Name} in {context.Stack.Name} could not be started: the queue {context.Named(AwsNames.SqsQueue, "dead-letters")} says what and why.",
        Namespace = "AWS/SQS",
        MetricName = "ApproximateNumberOfMessagesVisible",
        Dimensions = new() { ["QueueName"] = letters.Name },
        Statistic = "Maximum",
        Period = 300,
        EvaluationPeriods = 1,
        ComparisonOperator = "GreaterThanThreshold",
        Threshold = 0,
        TreatMissingData = "notBreaching",
        AlarmActions = [news.Topic.Arn],
    });
}
