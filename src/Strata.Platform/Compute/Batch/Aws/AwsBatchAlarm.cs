using Strata.Aws.Batch;
using Strata.Aws.CloudWatch;
using Strata.Aws.CloudWatch.Inputs;
using Strata.Aws.Sns;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>Tells people of jobs that failed for good.</summary>
internal static class AwsBatchAlarm
{
    /// <summary>By mail to whoever hears of the budget, and to the stack's owner where that is an address.</summary>
    public static void Add(ComponentContext context, JobQueue queue)
    {
        var name = $"{context.Name}-failed";

        // Not encrypted with a key: EventBridge could not publish to it with AWS' own key for SNS.
        var topic = context.Scope.Add(new Topic(name) { Name = context.Named(AwsNames.SnsTopic, "failed") });
        var rule = context.Scope.Add(new EventRule(name)
        {
            Name = context.Named(AwsNames.EventRule, "failed"),
            Description = $"Failed jobs of {context.Name}",
            EventPattern = Output.Json(new ValueMap
            {
                ["source"] = Value.List("aws.batch"),
                ["detail-type"] = Value.List("Batch Job State Change"),
                ["detail"] = new ValueMap { ["status"] = Value.List("FAILED"), ["jobQueue"] = Value.List(queue.Arn) },
            }),
        });
        var policy = context.Scope.Add(new TopicPolicy(name) { Arn = topic.Arn, Policy = PolicyDocument.Of(Publish(topic, rule)) });
        context.Scope.Add(new EventTarget(name, new ResourceOptions { DependsOn = [policy] })
        {
            Rule = rule.Name,
            Arn = topic.Arn,
            TargetId = "mail",
            InputTransformer = new EventTargetInputTransformerArgs
            {
                InputPaths = new() { ["job"] = "$.detail.jobName", ["id"] = "$.detail.jobId", ["reason"] = "$.detail.statusReason" },
                InputTemplate = $"\"The job <job> of {context.Name} in {context.Stack.Name} failed: <reason> (job id <id>).\"",
            },
        });
        foreach (var (address, index) in Addresses(context).Select((address, index) => (address, index)))
        {
            context.Scope.Add(new TopicSubscription(index == 0 ? name : $"{name}-{index + 1}") { Topic = topic.Arn, Protocol = "email", Endpoint = address });
        }
    }

    private static IEnumerable<string> Addresses(ComponentContext context) =>
        (context.Stack.Config.Budget?.Notify ?? []).Append(context.Stack.Config.Owner ?? "").Where(address => address.Contains('@', StringComparison.Ordinal)).Distinct();

    private static PolicyStatement Publish(Topic topic, EventRule rule) => new(["sns:Publish"], [topic.Arn])
    {
        Sid = "Events",
        Principal = new ValueMap { ["Service"] = "events.amazonaws.com" },
        Condition = new ValueMap { ["ArnEquals"] = new ValueMap { ["aws:SourceArn"] = rule.Arn } },
    };
}
