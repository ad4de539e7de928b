using System.ComponentModel;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>AWS Batch as a scheduler: jobs that wait for each other, started at times.</summary>
public sealed record BatchSchedulerConfig : SchedulerConfig
{
    [Description("The batch queue that jobs go to. The stack's only one when left out.")]
    public Ref<Batch>? Queue { get; init; }
}

/// <summary>The queue is there already; what is missing is what starts jobs at times.</summary>
internal static class AwsBatchScheduler
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<BatchSchedulerConfig>("schedulers", "batch", "strata:scheduler:Batch", new EngineFacts(
            "AWS Batch",
            Maturity.Stable,
            "service",
            null,
            new("https://docs.aws.amazon.com/batch/latest/userguide/what-is-batch.html", "2026-11-26")))
        .Managed<BatchSchedulerConfig>(Cloud.Aws, Expand)
        .RefuseSelfHosted(Cloud.Aws, "AWS Batch is a service of AWS, and there is no software to run oneself.", "Use engine: slurm or argo for queues the team runs, or remove 'managed'.")
        .RefuseBoth(Cloud.Gcp, "Google Cloud's Batch runs single jobs, and starts none at times or after others.", "Use engine: workflows, which runs jobs of the stack's batch queues in order and at times.")
        .RefuseBoth(Cloud.Kubernetes, "AWS Batch is a service of AWS.", "Use engine: cronjob for single pods at times, or engine: argo for pods that wait for each other.");

    private static AwsBatchSchedulerHandle Expand(BatchSchedulerConfig config, ComponentContext context)
    {
        var queue = context.Choose<Batch, AwsBatchHandle>(config, config.Queue, nameof(config.Queue));
        var schedules = AwsScheduleGroup.Add(context, [new PolicyStatement(["batch:SubmitJob"], [queue.Queue, Output.Format($"{queue.JobDefinition}*")])]);
        return new AwsBatchSchedulerHandle(queue, schedules);
    }
}

/// <summary>AWS Batch, started at times.</summary>
internal sealed record AwsBatchSchedulerHandle(AwsBatchHandle Queue, AwsScheduleGroup Schedules) : SchedulerHandle("batch")
{
    public override ValueMap Outputs => new()
    {
        ["queueArn"] = Queue.Queue,
        ["jobDefinitionArn"] = Queue.JobDefinition,
        ["scheduleGroup"] = Schedules.Group.Name,
        ["scheduleRoleArn"] = Schedules.Role.Arn,
        ["failedStartsArn"] = Schedules.Failed.Arn,
    };
}
