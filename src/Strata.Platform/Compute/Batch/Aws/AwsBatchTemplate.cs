using System.Globalization;
using Strata.Aws.Batch;
using Strata.Aws.Batch.Inputs;
using Strata.Aws.CloudWatch;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>
/// The job definition that others are made from: roles, logs, retries and what a whole machine offers. Batch does not let a job
/// name its own image, so a workflow registers a copy for each of its images.
/// </summary>
internal static class AwsBatchTemplate
{
    /// <summary>The part of a machine's memory that jobs can have; the rest is the system's and the ECS agent's.</summary>
    private const double UsableMemory = 0.9;

    public static JobDefinition Of(Batch config, ComponentContext context, MachineType machine, AwsBatchRoles roles, LogGroup logs) => new(context.Name)
    {
        Name = context.Named(AwsNames.Batch),
        Type = "container",
        PlatformCapabilities = ["EC2"],
        PropagateTags = true,
        ContainerProperties = Output.Json(Container(context, machine, roles, logs)),
        RetryStrategy = new JobDefinitionRetryStrategyArgs
        {
            Attempts = config.Retries + 1,
            EvaluateOnExits =
            [
                // What Batch says when the machine went away under the job.
                new JobDefinitionRetryStrategyEvaluateOnExitArgs { OnStatusReason = "Host EC2*", Action = "RETRY" },
                new JobDefinitionRetryStrategyEvaluateOnExitArgs { OnReason = "*", Action = "EXIT" },
            ],
        },
        Timeout = new JobDefinitionTimeoutArgs { AttemptDurationSeconds = (int)Math.Clamp(config.Timeout.Seconds, 60, int.MaxValue) },
    };

    private static ValueMap Container(ComponentContext context, MachineType machine, AwsBatchRoles roles, LogGroup logs) => new()
    {
        ["image"] = "public.ecr.aws/amazonlinux/amazonlinux:2023",
        ["command"] = Value.List("true"),
        ["jobRoleArn"] = roles.Job.Arn,
        ["executionRoleArn"] = roles.Execution.Arn,
        ["resourceRequirements"] = Value.List(Requirements(machine)),

        // Data loaders of training frameworks pass batches through shared memory.
        ["linuxParameters"] = new ValueMap { ["sharedMemorySize"] = MemoryMib(machine) / 4 },
        ["logConfiguration"] = new ValueMap
        {
            ["logDriver"] = "awslogs",
            ["options"] = new ValueMap
            {
                ["awslogs-group"] = logs.Name,
                ["awslogs-region"] = context.Expansion.Foundations.Aws.Region,
                ["awslogs-stream-prefix"] = context.Name,
            },
        },
    };

    private static IEnumerable<Value> Requirements(MachineType machine)
    {
        yield return Requirement("VCPU", machine.Cpu);
        yield return Requirement("MEMORY", MemoryMib(machine));
        if (machine.Accelerator is { } gpu)
        {
            yield return Requirement("GPU", gpu.Count);
        }
    }

    private static int MemoryMib(MachineType machine) => (int)(machine.MemoryGib * 1024 * UsableMemory);

    private static Value Requirement(string type, int count) => new ValueMap { ["type"] = type, ["value"] = count.ToString(CultureInfo.InvariantCulture) };
}
