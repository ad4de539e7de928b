using Strata.Aws.CloudWatch;
using Strata.Aws.Sqs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>The queue by which Karpenter hears that machines are about to go.</summary>
internal static class AwsInterruptions
{
    private static readonly (string What, string Source, string DetailType)[] Events =
    [
        ("spot", "aws.ec2", "EC2 Spot Instance Interruption Warning"),
        ("rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"),
        ("state", "aws.ec2", "EC2 Instance State-change Notification"),
        ("health", "aws.health", "AWS Health Event"),
    ];

    public static Queue Add(ComponentContext context)
    {
        var name = $"{context.Name}-interruptions";
        var queue = context.Scope.Add(new Queue(name)
        {
            Name = context.Named(AwsNames.SqsQueue, "interruptions"),
            MessageRetentionSeconds = 300,
            SqsManagedSseEnabled = true,
        });
        context.Scope.Add(new QueuePolicy(name) { QueueUrl = queue.Id, Policy = PolicyDocument.Of(Policy(queue)) });
        foreach (var (what, source, detailType) in Events)
        {
            var rule = context.Scope.Add(new EventRule($"{name}-{what}")
            {
                Name = context.Named(AwsNames.EventRule, "interruptions", what),
                EventPattern = Output.Json(new ValueMap { ["source"] = Value.List(source), ["detail-type"] = Value.List(detailType) }),
            });
            context.Scope.Add(new EventTarget($"{name}-{what}") { Rule = rule.Name, Arn = queue.Arn, TargetId = "queue" });
        }

        return queue;
    }

    private static IEnumerable<PolicyStatement> Policy(Queue queue)
    {
        yield return new PolicyStatement(["sqs:SendMessage"], [queue.Arn])
        {
            Sid = "Events",
            Principal = new ValueMap { ["Service"] = Value.List("events.amazonaws.com", "sqs.amazonaws.com") },
        };
        yield return new PolicyStatement(["sqs:*"], [queue.Arn])
        {
            Sid = "DenyInsecureTransport",
            Deny = true,
            Principal = new ValueMap { ["AWS"] = "*" },
            Condition = new ValueMap { ["Bool"] = new ValueMap { ["aws:SecureTransport"] = "false" } },
        };
    }
}
