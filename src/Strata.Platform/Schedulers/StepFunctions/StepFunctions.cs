using Strata.Aws.CloudWatch;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Schedulers;

/// <summary>What the state machines of a stack have in common: the role they act as, their log group, what starts them, and who hears when one fails.</summary>
internal static class StepFunctions
{
    /// <summary>Leaves room for what tells the machines of a scheduler apart.</summary>
    private static readonly NameRule MachinePrefix = AwsNames.StateMachine with { MaxLength = 48 };

    public static StepFunctionsHandle Expand(StepFunctionsConfig config, ComponentContext context)
    {
        Check(config, context);
        var aws = context.Expansion.Foundations.Aws;
        var queue = context.QueueFor<AwsBatchHandle>(config, config.Batch, nameof(config.Batch));
        var prefix = context.Named(MachinePrefix);
        var machines = Output.Format($"arn:aws:states:{aws.Region}:{aws.AccountId}:stateMachine:{prefix}-*");
        var logs = context.Scope.Add(new LogGroup($"{context.Name}-logs")
        {
            // CloudWatch keeps the policy that lets services write to groups of this name short, however many groups there are.
            Name = "/aws/vendedlogs/states/" + context.Named(AwsNames.LogGroup),
            RetentionInDays = context.IsProd ? 365 : 30,
            KmsKeyId = aws.Keys.ArnFor("logs"),
        });
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name, "states"], Trust(context, machines), [],
            [.. StepFunctionsRights.Of(config, context, queue), .. StepFunctionsRights.OlderRuns(context, machines, prefix)]);
        var news = AwsNews.Add(context);
        news.Tell(context, $"Failed workflows of {context.Name}", Failures(machines), new() { ["name"] = "$.detail.name", ["machine"] = "$.detail.stateMachineArn", ["status"] = "$.detail.status" },
            $"A workflow of {context.Name} in {context.Stack.Name} ended as <status>: execution <name> of <machine>.");
        var starter = AwsStarter.Add(context, news, [new PolicyStatement(["states:StartExecution"], [machines])]);
        return new StepFunctionsHandle(queue, prefix, role, logs, starter, news.Topic) { Ready = AwsRights.Of(context, role) };
    }

    private static void Check(StepFunctionsConfig config, ComponentContext context)
    {
        var region = context.Expansion.Foundations.Aws.Region;
        foreach (var function in config.Functions.Where(IsElsewhere))
        {
            context.Diagnostics.Add(PipelineErrors.ArnElsewhere(config.SpanOf(nameof(config.Functions)), config.Name, function, region));
        }

        if (config.Ecs is { } ecs && IsElsewhere(ecs.Cluster))
        {
            context.Diagnostics.Add(PipelineErrors.ArnElsewhere(ecs.SpanOf(nameof(ecs.Cluster)), config.Name, ecs.Cluster, region));
        }

        bool IsElsewhere(string arn) => arn.Split(':')[3] != region;
    }

    private static PolicyStatement Trust(ComponentContext context, Output<string> machines) => PolicyStatement.Trust("states.amazonaws.com") with
    {
        Condition = new ValueMap
        {
            ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = context.Expansion.Foundations.Aws.AccountId },
            ["ArnLike"] = new ValueMap { ["aws:SourceArn"] = machines },
        },
    };

    private static ValueMap Failures(Output<string> machines) => new()
    {
        ["source"] = Value.List("aws.states"),
        ["detail-type"] = Value.List("Step Functions Execution Status Change"),
        ["detail"] = new ValueMap
        {
            ["status"] = Value.List("FAILED", "TIMED_OUT", "ABORTED"),
            ["stateMachineArn"] = Value.List(new ValueMap { ["wildcard"] = machines }),
        },
    };
}
