using Strata.Graph;
using Strata.Platform.Schedulers;
using Strata.Platform.Storage;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>What starts a workflow on AWS: a schedule, a new object, the end of another workflow.</summary>
internal static class AwsTriggers
{
    /// <summary>The schedule as EventBridge Scheduler takes it from a file; null without one, and after a problem.</summary>
    /// <param name="target">Target ARN and input.</param>
    public static ValueMap? Schedule(Workflow workflow, string name, AwsStarter starter, ValueMap target, RenderContext context)
    {
        if (workflow.Config.Schedule is not { } schedule)
        {
            return null;
        }

        var at = workflow.Config.SpanOf(nameof(workflow.Config.Schedule));
        if (EventBridgeCron.Of(schedule) is not { } expression)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                at, workflow.Name, "days of the month together with days of the week", "EventBridge Scheduler", "It knows one of the two in a schedule, and cron means either.", "Use one of them, or make two workflows."));
            return null;
        }

        var (group, role, letters) = (context.Known(starter.Group.Name, "the schedule", at), context.Known(starter.Role.Arn, "the schedule", at), context.Known(starter.DeadLetters.Arn, "the schedule", at));
        target["RoleArn"] = role;
        target["DeadLetterConfig"] = new ValueMap { ["Arn"] = letters };
        return new()
        {
            ["Name"] = name,
            ["GroupName"] = group,
            ["ScheduleExpression"] = expression,
            ["ScheduleExpressionTimezone"] = workflow.Config.TimeZone.Text,
            ["FlexibleTimeWindow"] = new ValueMap { ["Mode"] = "OFF" },
            ["State"] = "ENABLED",
            ["Target"] = target,
        };
    }

    /// <summary>The pattern of the events that start a workflow; null when none does.</summary>
    public static ValueMap? Pattern(Workflow workflow, Func<string, string> machineOf, RenderContext context)
    {
        if (workflow.Config.On?.After is { } after)
        {
            return new()
            {
                ["source"] = Value.List("aws.states"),
                ["detail-type"] = Value.List("Step Functions Execution Status Change"),
                ["detail"] = new ValueMap { ["status"] = Value.List("SUCCEEDED"), ["stateMachineArn"] = Value.List(machineOf(after.Name)) },
            };
        }

        if (workflow.Config.On?.NewObject is not { } news
            || context.Stack.Components.OfType<ObjectStore>().FirstOrDefault(store => store.Name == news.Store.Name) is not { } store
            || context.HandleOf<AwsObjectStoreHandle>(store) is not { } handle)
        {
            return null;
        }

        var key = new ValueMap();
        if (news is { Prefix.Length: > 0, Suffix.Length: > 0 })
        {
            key["wildcard"] = $"{news.Prefix}*{news.Suffix}";
        }
        else if (news.Prefix.Length > 0)
        {
            key["prefix"] = news.Prefix;
        }
        else if (news.Suffix.Length > 0)
        {
            key["suffix"] = news.Suffix;
        }

        return new()
        {
            ["source"] = Value.List("aws.s3"),
            ["detail-type"] = Value.List("Object Created"),
            ["detail"] = new ValueMap
            {
                ["bucket"] = new ValueMap { ["name"] = Value.List((Value)context.Known(handle.Bucket, $"the bucket of '{store.Name}'", store.KeySpan)) },
                ["object"] = key.Any() ? (Value)new ValueMap { ["key"] = Value.List(key) } : null,
            },
        };
    }

    /// <summary>What a rule hands the workflow: the object's key as its parameter.</summary>
    public static ValueMap? Input(Workflow workflow) => workflow.Config.On?.NewObject is null || !workflow.Config.Parameters.ContainsKey("object") ? null : new()
    {
        ["InputPathsMap"] = new ValueMap { ["object"] = "$.detail.object.key" },
        ["InputTemplate"] = "{\"object\": <object>}",
    };

}
