using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Rendering;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>
/// What states may do. A state that waits for a job (<c>.sync</c>) hears of its end by a rule that Step Functions makes in the
/// account: one for each service, whose name is AWS' own (AWS Step Functions developer guide, "Integrating optimized services").
/// </summary>
internal static class StepFunctionsRights
{
    public static IReadOnlyList<PolicyStatement> Of(StepFunctionsConfig config, ComponentContext context, AwsBatchHandle queue) =>
    [
        .. Jobs(context, queue),
        .. Outputs(context),
        .. config.Functions.Count == 0 ? [] : Functions(config),
        .. config.Ecs is { } ecs ? Tasks(ecs, context) : [],
        .. config.SagemakerRole is { } role ? SageMakerJobs(role, context) : [],
        .. Reports,
    ];

    public static IEnumerable<PolicyStatement> Jobs(ComponentContext context, AwsBatchHandle queue) => [.. Submitting(context, queue), Rule(context, "BatchJobs")];

    /// <summary>Jobs in any queue of the stack, since a step may name another than the usual one.</summary>
    public static IEnumerable<PolicyStatement> Submitting(ComponentContext context, AwsBatchHandle queue)
    {
        var aws = context.Expansion.Foundations.Aws;
        var others = context.Stack.Components.OfType<Batch>()
            .Where(batch => context.Stack.CloudOf(batch) == Cloud.Aws)
            .OrderBy(batch => batch.Name, StringComparer.Ordinal)
            .Select(batch => context.Expansion.HandleOf<AwsBatchHandle>(batch))
            .Where(other => other != queue);
        yield return new PolicyStatement(["batch:SubmitJob"], [queue.Queue, .. others.Select(other => other.Queue)]);
        yield return new PolicyStatement(["batch:SubmitJob"], [Output.Format($"arn:aws:batch:{aws.Region}:{aws.AccountId}:job-definition/*")]) { Condition = OfTheStack(context) };
        yield return new PolicyStatement(["batch:TerminateJob", "batch:TagResource"], [Output.Format($"arn:aws:batch:{aws.Region}:{aws.AccountId}:job/*")]);

        // This takes no resource.
        yield return new PolicyStatement(["batch:DescribeJobs"], ["*"]);
    }

    /// <summary>What steps give out is read from the stores that their jobs write to.</summary>
    private static IEnumerable<PolicyStatement> Outputs(ComponentContext context)
    {
        var stores = context.Stack.Components.OfType<Batch>()
            .Where(batch => context.Stack.CloudOf(batch) == Cloud.Aws)
            .Select(batch => RunStore.Of(batch, context.Stack))
            .OfType<ObjectStore>().Distinct()
            .OrderBy(store => store.Name, StringComparer.Ordinal)
            .Select(store => context.Expansion.HandleOf<AwsObjectStoreHandle>(store));
        foreach (var store in stores)
        {
            yield return new PolicyStatement(["s3:GetObject"], [Output.Format($"{store.Arn}/{RunStore.Folder}/*")]);
            if (store.Key is not null)
            {
                yield return new PolicyStatement(["kms:Decrypt"], [store.Key]);
            }
        }
    }

    /// <summary>A run looks for older ones of its own workflow, and may stop them.</summary>
    public static IEnumerable<PolicyStatement> OlderRuns(ComponentContext context, Output<string> machines, string prefix)
    {
        var aws = context.Expansion.Foundations.Aws;
        yield return new PolicyStatement(["states:ListExecutions"], [machines]);
        yield return new PolicyStatement(["states:StopExecution"], [Output.Format($"arn:aws:states:{aws.Region}:{aws.AccountId}:execution:{prefix}-*:*")]);
    }

    private static IEnumerable<PolicyStatement> Functions(StepFunctionsConfig config) =>
        [new(["lambda:InvokeFunction"], [.. config.Functions.SelectMany(arn => (Input<string>[])[arn, $"{arn}:*"])])];

    private static IEnumerable<PolicyStatement> Tasks(EcsTasks ecs, ComponentContext context)
    {
        var aws = context.Expansion.Foundations.Aws;
        var onCluster = new ValueMap { ["ArnEquals"] = new ValueMap { ["ecs:cluster"] = ecs.Cluster } };
        yield return new PolicyStatement(
            ["ecs:RunTask"], [.. ecs.Families.Select(family => (Input<string>)Output.Format($"arn:aws:ecs:{aws.Region}:{aws.AccountId}:task-definition/{family}:*"))]) { Condition = onCluster };
        yield return new PolicyStatement(["ecs:StopTask", "ecs:DescribeTasks"], ["*"]) { Condition = onCluster };
        if (ecs.Roles.Count > 0)
        {
            yield return Pass("ecs-tasks.amazonaws.com", [.. ecs.Roles.Select(role => (Input<string>)role)]);
        }

        yield return Rule(context, "ECSTask");
    }

    private static IEnumerable<PolicyStatement> SageMakerJobs(string role, ComponentContext context)
    {
        var aws = context.Expansion.Foundations.Aws;
        foreach (var (job, rule) in new[] { ("Training", "SageMakerTrainingJobs"), ("Processing", "SageMakerProcessingJobs"), ("Transform", "SageMakerTransformJobs") })
        {
            yield return new PolicyStatement(
                [$"sagemaker:Create{job}Job", $"sagemaker:Describe{job}Job", $"sagemaker:Stop{job}Job", "sagemaker:AddTags", "sagemaker:ListTags"],
                [Output.Format($"arn:aws:sagemaker:{aws.Region}:{aws.AccountId}:{Words(job)}-job/*")]);
            yield return Rule(context, rule);
        }

        yield return new PolicyStatement(["sagemaker:CreateModel", "sagemaker:DeleteModel"], [Output.Format($"arn:aws:sagemaker:{aws.Region}:{aws.AccountId}:model/*")]);
        yield return Pass("sagemaker.amazonaws.com", [role]);
    }

    /// <summary>Logs and traces, whose actions take no resource.</summary>
    private static IEnumerable<PolicyStatement> Reports =>
    [
        new(
            ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"],
            ["*"]),
        new(["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"], ["*"]),
    ];

    private static string Words(string job) => string.Concat(job.Select(char.ToLowerInvariant));

    private static PolicyStatement Rule(ComponentContext context, string of)
    {
        var aws = context.Expansion.Foundations.Aws;
        return new PolicyStatement(
            ["events:PutTargets", "events:PutRule", "events:DescribeRule"], [Output.Format($"arn:aws:events:{aws.Region}:{aws.AccountId}:rule/StepFunctionsGetEventsFor{of}Rule")]);
    }

    private static PolicyStatement Pass(string service, IReadOnlyList<Input<string>> roles) => new(["iam:PassRole"], roles)
    {
        Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["iam:PassedToService"] = service } },
    };

    private static ValueMap OfTheStack(ComponentContext context) => new() { ["StringEquals"] = new ValueMap { ["aws:ResourceTag/stack"] = context.Stack.Name } };
}
