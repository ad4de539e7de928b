using Strata.Aws.CloudWatch;
using Strata.Aws.CloudWatch.Inputs;
using Strata.Aws.Sns;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>
/// What all state machines of the stack have in common: the role they run as, their logs, what starts them at times, and who hears
/// of those that failed. The machines themselves are rendered from the stack's workflows.
/// </summary>
internal static class AwsStepFunctions
{
    public static StepFunctionsHandle Expand(StepFunctionsConfig config, ComponentContext context)
    {
        var aws = context.Expansion.Foundations.Aws;
        var queues = QueuesOf(config, context);
        var (_, store) = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        var topic = context.Scope.Add(new Topic($"{context.Name}-failed") { Name = context.Named(AwsNames.SnsTopic, "failed") });
        var logs = context.Scope.Add(new LogGroup($"{context.Name}-logs")
        {
            // Under this name CloudWatch lets Step Functions write without a further entry in the account's short resource policy.
            Name = "/aws/vendedlogs/states/" + context.Named(AwsNames.LogGroup),
            RetentionInDays = context.IsProd ? 365 : 30,
            KmsKeyId = aws.Keys.ArnFor("logs"),
        });
        var machines = Output.Format($"arn:aws:states:{aws.Region}:{aws.AccountId}:stateMachine:{context.Named(AwsNames.StateMachine)}-*");
        var trust = PolicyStatement.Trust("states.amazonaws.com") with
        {
            Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = aws.AccountId } },
        };
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], trust, [], [.. Statements(aws, queues, machines), .. store.StatementsFor(AccessLevel.Read), new PolicyStatement(["sns:Publish"], [topic.Arn])]);
        AddFailures(context, topic, machines);
        var schedules = AwsScheduleGroup.Add(context, [new PolicyStatement(["states:StartExecution"], [machines])]);
        return new StepFunctionsHandle(context.Named(AwsNames.StateMachine), role, logs, schedules, topic, store.Url);
    }

    private static IReadOnlyList<AwsBatchHandle> QueuesOf(StepFunctionsConfig config, ComponentContext context)
    {
        if (config.Queues.Count > 0)
        {
            return [.. config.Queues.Select(queue => context.Use<AwsBatchHandle>(queue))];
        }

        List<Batch> all = [.. context.Stack.Components.OfType<Batch>().Where(batch => context.Stack.CloudOf(batch) == Cloud.Aws).OrderBy(batch => batch.Name, StringComparer.Ordinal)];
        return all.Count > 0
            ? [.. all.Select(context.Expansion.HandleOf<AwsBatchHandle>)]
            : [context.Choose<Batch, AwsBatchHandle>(config, null, nameof(config.Queues))];
    }

    /// <summary>Waiting for a job goes through a rule that Step Functions itself manages (Step Functions developer guide, "IAM policies for calling AWS Batch").</summary>
    private static IEnumerable<PolicyStatement> Statements(AwsFoundation aws, IReadOnlyList<AwsBatchHandle> queues, Input<string> machines) =>
    [
        new(["batch:SubmitJob"], [.. queues.SelectMany(queue => (Input<string>[])[queue.Queue, Output.Format($"{queue.JobDefinition}*")])]),
        new(["batch:DescribeJobs", "batch:TerminateJob"], ["*"]), // Jobs have no ARN before they exist.
        new(["events:PutTargets", "events:PutRule", "events:DescribeRule"], [Output.Format($"arn:aws:events:{aws.Region}:{aws.AccountId}:rule/StepFunctionsGetEventsForBatchJobsRule")]),
        new(["states:StartExecution"], [machines]),
        new(
            ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"],
            ["*"]), // Log deliveries have no ARNs.
        new(["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"], ["*"]),
    ];

    private static void AddFailures(ComponentContext context, Topic topic, Input<string> machines)
    {
        var name = $"{context.Name}-failed";
        var rule = context.Scope.Add(new EventRule(name)
        {
            Name = context.Named(AwsNames.EventRule, "failed"),
            Description = $"Failed workflows of {context.Name}",
            EventPattern = Output.Json(new ValueMap
            {
                ["source"] = Value.List("aws.states"),
                ["detail-type"] = Value.List("Step Functions Execution Status Change"),
                ["detail"] = new ValueMap
                {
                    ["status"] = Value.List("FAILED", "TIMED_OUT", "ABORTED"),
                    ["stateMachineArn"] = Value.List(new ValueMap { ["wildcard"] = machines.Value }),
                },
            }),
        });
        var policy = context.Scope.Add(new TopicPolicy(name)
        {
            Arn = topic.Arn,
            Policy = PolicyDocument.Of(new PolicyStatement(["sns:Publish"], [topic.Arn])
            {
                Principal = new ValueMap { ["Service"] = "events.amazonaws.com" },
                Condition = new ValueMap { ["ArnEquals"] = new ValueMap { ["aws:SourceArn"] = rule.Arn } },
            }),
        });
        context.Scope.Add(new EventTarget(name, new ResourceOptions { DependsOn = [policy] })
        {
            Rule = rule.Name,
            Arn = topic.Arn,
            TargetId = "topic",
            InputTransformer = new EventTargetInputTransformerArgs
            {
                InputPaths = new() { ["name"] = "$.detail.name", ["machine"] = "$.detail.stateMachineArn", ["status"] = "$.detail.status" },
                InputTemplate = $"\"The run <name> of <machine> in {context.Stack.Name} ended: <status>.\"",
            },
        });
    }
}
