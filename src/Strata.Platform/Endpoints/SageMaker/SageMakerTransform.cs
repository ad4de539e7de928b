using Strata.Aws.CloudWatch;
using Strata.Aws.Sfn;
using Strata.Aws.Sfn.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>Batch scoring as a state machine: no resource is a transform job, and Step Functions starts one and waits for its end.</summary>
internal static class SageMakerTransform
{
    /// <summary>Leaves room for a dash and the UUID that tells the jobs apart.</summary>
    private static readonly NameRule JobPrefix = AwsNames.SageMaker with { MaxLength = 26 };

    public static EndpointHandle Expand(SageMakerEndpoint config, ComponentContext context, (Track Track, ModelFiles? Files) track)
    {
        if (config is not { Input: { } input, Output: { } output })
        {
            throw new ExpansionStoppedException();
        }

        var from = ModelFiles.Of(context, config, input, nameof(config.Input), RolloutTable.SageMaker, AccessLevel.Read, "s3");
        var to = ModelFiles.Of(context, config, output, nameof(config.Output), RolloutTable.SageMaker, AccessLevel.Write, "s3");
        var role = SageMakerRole.Add(context, [from, to, .. track.Files is null ? Array.Empty<ModelFiles>() : [track.Files]]);
        var model = SageMakerModels.Add(config, context, role, inNetwork: true, [track])[0];
        var machine = SageMakerMachines.Choose(config, context);
        var runner = Runner(context);
        var logs = context.Scope.Add(new LogGroup($"{context.Name}-logs")
        {
            Name = "/aws/vendedlogs/states/" + context.Named(AwsNames.StateMachine),
            RetentionInDays = context.IsProd ? 365 : 30,
            KmsKeyId = context.Expansion.Foundations.Aws.Keys.ArnFor("logs"),
        });
        var machineOf = context.Scope.Add(new StateMachine(context.Name, new ResourceOptions { DependsOn = [.. Compute.AwsRights.Of(context, runner)] })
        {
            Name = context.Named(AwsNames.StateMachine),
            RoleArn = runner.Arn,
            Type = "STANDARD",
            Definition = Output.Json(Definition(config, context, model.Name, from, to, SageMakerMachines.NameOf(machine), SageMakerMachines.DiskKey(context, machine))),
            LoggingConfiguration = new StateMachineLoggingConfigurationArgs { Level = "ERROR", IncludeExecutionData = true, LogDestination = Output.Format($"{logs.Arn}:*") },
        });
        SageMakerSchedule.Add(config, context, machineOf);
        return new SageMakerBatchHandle(machineOf.Arn, role.Arn);
    }

    private static ValueMap Definition(SageMakerEndpoint config, ComponentContext context, Input<string> model, ModelFiles from, ModelFiles to, string machine, Input<string>? key) => new()
    {
        ["Comment"] = $"Scores {config.Input} with {context.Name}",
        ["StartAt"] = "Score",
        ["States"] = new ValueMap
        {
            ["Score"] = new ValueMap
            {
                ["Type"] = "Task",
                ["Resource"] = "arn:aws:states:::sagemaker:createTransformJob.sync",
                ["Parameters"] = new ValueMap
                {
                    ["TransformJobName.$"] = $"States.Format('{context.Named(JobPrefix)}-{{}}', States.UUID())",
                    ["ModelName"] = model,
                    ["BatchStrategy"] = "MultiRecord",
                    ["TransformInput"] = new ValueMap
                    {
                        ["DataSource"] = new ValueMap { ["S3DataSource"] = new ValueMap { ["S3DataType"] = "S3Prefix", ["S3Uri"] = from.Uri } },
                        ["ContentType"] = config.ContentType,
                        ["SplitType"] = "Line",
                    },
                    ["TransformOutput"] = new ValueMap { ["S3OutputPath"] = to.Uri, ["AssembleWith"] = "Line", ["KmsKeyId"] = context.Expansion.Foundations.Aws.Keys.ArnFor("storage")?.Value },
                    ["TransformResources"] = new ValueMap { ["InstanceType"] = machine, ["InstanceCount"] = config.Parallelism, ["VolumeKmsKeyId"] = key?.Value },
                },
                ["Retry"] = Value.List(new ValueMap
                {
                    ["ErrorEquals"] = Value.List("SageMaker.AmazonSageMakerException", "SageMaker.ResourceLimitExceededException"),
                    ["IntervalSeconds"] = 60,
                    ["MaxAttempts"] = 3,
                    ["BackoffRate"] = 2,
                }),
                ["End"] = true,
            },
        },
    };

    /// <summary>What the state machine does: start and watch transform jobs, which AWS tells it of by a rule of its own.</summary>
    private static Aws.Iam.Role Runner(ComponentContext context)
    {
        var aws = context.Expansion.Foundations.Aws;
        var here = Output.Format($"{aws.Region}:{aws.AccountId}");
        return AwsRole.Add(context.Scope, context.Expansion, $"{context.Name}-runner", [context.Name, "runner"], PolicyStatement.Trust("states.amazonaws.com"), [],
        [
            new PolicyStatement(["sagemaker:CreateTransformJob", "sagemaker:DescribeTransformJob", "sagemaker:StopTransformJob", "sagemaker:AddTags"], [Output.Format($"arn:aws:sagemaker:{here}:transform-job/{context.Named(JobPrefix)}-*")]),
            new PolicyStatement(["sagemaker:ListTags"], [Output.Format($"arn:aws:sagemaker:{here}:transform-job/*")]),
            new PolicyStatement(["events:PutTargets", "events:PutRule", "events:DescribeRule"], [Output.Format($"arn:aws:events:{here}:rule/StepFunctionsGetEventsForSageMakerTransformJobsRule")]),
            new PolicyStatement(
                ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"],
                ["*"]),
        ]);
    }
}
