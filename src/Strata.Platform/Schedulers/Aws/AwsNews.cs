using Strata.Aws.CloudWatch;
using Strata.Aws.CloudWatch.Inputs;
using Strata.Aws.Sns;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Schedulers;

/// <summary>Tells people, by mail, of what went wrong: whoever hears of the budget, and the stack's owner where that is an address.</summary>
/// <param name="Topic">Alarms and rules publish to it.</param>
/// <param name="Policy">What lets them.</param>
internal sealed record AwsNews(Topic Topic, TopicPolicy Policy)
{
    public static AwsNews Add(ComponentContext context)
    {
        var name = $"{context.Name}-failed";

        // Not encrypted with a key: EventBridge and CloudWatch could not publish to it with AWS' own key for SNS.
        var topic = context.Scope.Add(new Topic(name) { Name = context.Named(AwsNames.SnsTopic, "failed") });
        var policy = context.Scope.Add(new TopicPolicy(name)
        {
            Arn = topic.Arn,
            Policy = PolicyDocument.Of(Publish(context, topic, "events", "rule/*"), Publish(context, topic, "cloudwatch", "alarm:*")),
        });
        foreach (var (address, index) in Addresses(context).Select((address, index) => (address, index)))
        {
            context.Scope.Add(new TopicSubscription(index == 0 ? name : $"{name}-{index + 1}") { Topic = topic.Arn, Protocol = "email", Endpoint = address });
        }

        return new AwsNews(topic, policy);
    }

    /// <summary>Publishes a sentence for each event of a pattern.</summary>
    /// <param name="paths">Where in the event the sentence's words in angle brackets are.</param>
    public void Tell(ComponentContext context, string description, ValueMap pattern, InputMap<string> paths, string sentence)
    {
        var name = $"{context.Name}-failed";
        var rule = context.Scope.Add(new EventRule(name)
        {
            Name = context.Named(AwsNames.EventRule, "failed"),
            Description = description,
            EventPattern = Output.Json(pattern),
        });
        context.Scope.Add(new EventTarget(name, new ResourceOptions { DependsOn = [Policy] })
        {
            Rule = rule.Name,
            Arn = Topic.Arn,
            TargetId = "mail",
            InputTransformer = new EventTargetInputTransformerArgs { InputPaths = paths, InputTemplate = $"\"{sentence}\"" },
        });
    }

    private static IEnumerable<string> Addresses(ComponentContext context) =>
        (context.Stack.Config.Budget?.Notify ?? []).Append(context.Stack.Config.Owner ?? "").Where(address => address.Contains('@', StringComparison.Ordinal)).Distinct();

    private static PolicyStatement Publish(ComponentContext context, Topic topic, string service, string source)
    {
        var aws = context.Expansion.Foundations.Aws;
        return new PolicyStatement(["sns:Publish"], [topic.Arn])
        {
            Sid = service,
            Principal = new ValueMap { ["Service"] = $"{service}.amazonaws.com" },
            Condition = new ValueMap { ["ArnLike"] = new ValueMap { ["aws:SourceArn"] = Output.Format($"arn:aws:{service}:{aws.Region}:{aws.AccountId}:{source}") } },
        };
    }
}
