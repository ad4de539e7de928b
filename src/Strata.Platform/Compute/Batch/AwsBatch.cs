using Strata.Aws.Batch;
using Strata.Aws.Batch.Inputs;
using Strata.Aws.CloudWatch;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>A queue for jobs as AWS Batch: machines appear for jobs, spot first where that is wanted, and go when there are none.</summary>
internal static class AwsBatch
{
    public static AwsBatchHandle Expand(Batch config, ComponentContext context)
    {
        var region = context.Expansion.Foundations.Aws.Region;
        var machine = MachineSelection.Choose(context, config.Machine, config.Spot, region, config.SpanOf(nameof(config.Machine))).Machine;
        if (machine.Accelerator?.Accelerator.Kind == AcceleratorKind.Neuron)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Machine)), machine.Name, "a queue of AWS Batch",
                "Batch counts GPUs only: it could not tell jobs that need the chip from jobs that do not.",
                "Use a pool on a cluster for it, or a machine with a GPU."));
        }

        var roles = AwsBatchRoles.Add(config, context);
        var machines = new AwsBatchMachines(config, context, machine, roles);
        var shares = AwsBatchShares.Add(config, context);
        var queue = context.Scope.Add(new JobQueue(context.Name)
        {
            Name = context.Named(AwsNames.Batch),
            State = "ENABLED",
            Priority = 1,
            SchedulingPolicyArn = shares?.Arn,
            ComputeEnvironmentOrders = [.. machines.Add().Select((environment, order) =>
                (Input<JobQueueComputeEnvironmentOrderArgs>)new JobQueueComputeEnvironmentOrderArgs { ComputeEnvironment = environment.Arn, Order = order })],
            JobStateTimeLimitActions = [.. TimeLimits],
        });
        var logs = context.Scope.Add(new LogGroup($"{context.Name}-logs")
        {
            Name = "/aws/batch/" + context.Named(AwsNames.LogGroup),
            RetentionInDays = context.IsProd ? 365 : 30,
            KmsKeyId = context.Expansion.Foundations.Aws.Keys.ArnFor("logs"),
        });
        var template = context.Scope.Add(AwsBatchTemplate.Of(config, context, machine, roles, logs));
        AwsBatchAlarm.Add(context, queue);
        return new AwsBatchHandle(
            config, queue.Arn, template.Arn, roles.Job.Arn, roles.Execution.Arn, logs.Name, config.Shares.Count == 0 ? null : AwsBatchShares.IdentifierOf(context.Stack.Config.Team));
    }

    /// <summary>Jobs that can never start would wait for ever, and those behind them too. Seconds: ten minutes for mistakes, a day for want of machines.</summary>
    private static IEnumerable<Input<JobQueueJobStateTimeLimitActionArgs>> TimeLimits =>
        new (string Reason, int Seconds)[]
        {
            ("MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE", 600),
            ("MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT", 600),
            ("CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY", 86_400),
        }.Select(limit => (Input<JobQueueJobStateTimeLimitActionArgs>)new JobQueueJobStateTimeLimitActionArgs
        {
            State = "RUNNABLE",
            Action = "CANCEL",
            Reason = limit.Reason,
            MaxTimeSeconds = limit.Seconds,
        });
}
