using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>
/// The job that the workflow fills in with image, command and machines before it submits it, in the form of the Batch API
/// (https://cloud.google.com/batch/docs/reference/rest/v1/projects.locations.jobs).
/// </summary>
internal static class GcpBatchJob
{
    /// <summary>Batch's exit codes for a machine that was taken away, and for one that no longer answers.</summary>
    private static readonly int[] LostMachine = [50001, 50002];

    /// <summary>What a machine's own system keeps for itself, in MiB.</summary>
    private const int SystemMemory = 1024;

    public static Value Template(Batch config, ComponentContext context, MachineChoice choice, Account account)
    {
        var hasGpu = choice.Machine.Accelerator is not null;
        return new ValueMap
        {
            ["taskGroups"] = Value.List(new ValueMap
            {
                ["taskCountPerNode"] = 1,
                ["taskSpec"] = new ValueMap
                {
                    ["runnables"] = Value.List(new ValueMap { ["container"] = Container(hasGpu) }),
                    ["environment"] = new ValueMap { ["variables"] = new ValueMap() },

                    // A task has its machine for itself.
                    ["computeResource"] = new ValueMap
                    {
                        ["cpuMilli"] = choice.Machine.Cpu * 1000,
                        ["memoryMib"] = (choice.Machine.MemoryBytes >> 20) - SystemMemory,
                    },
                    ["maxRunDuration"] = config.Timeout.InSeconds,
                    ["maxRetryCount"] = config.Retries,

                    // Only what lost its machine is tried again; what fails by itself has failed.
                    ["lifecyclePolicies"] = Value.List(new ValueMap
                    {
                        ["action"] = "RETRY_TASK",
                        ["actionCondition"] = new ValueMap { ["exitCodes"] = Value.List(LostMachine.Select(code => (Value)code)) },
                    }),
                },
            }),
            ["allocationPolicy"] = new ValueMap
            {
                ["instances"] = Value.List(new ValueMap { ["installGpuDrivers"] = hasGpu }),
                ["location"] = new ValueMap { ["allowedLocations"] = Value.List(Locations(context, choice)) },
                ["serviceAccount"] = new ValueMap { ["email"] = account.Email },
                ["labels"] = GcpResourceLabels.Of(context),
            },
            ["labels"] = GcpResourceLabels.Of(context),
            ["logsPolicy"] = new ValueMap { ["destination"] = "CLOUD_LOGGING" },
        };
    }

    /// <summary>On Batch's system for containers a container sees GPUs only when it is given the driver and the devices.</summary>
    private static ValueMap Container(bool hasGpu) => new()
    {
        ["volumes"] = hasGpu ? Value.List("/var/lib/nvidia/lib64:/usr/local/nvidia/lib64", "/var/lib/nvidia/bin:/usr/local/nvidia/bin") : null,
        ["options"] = hasGpu ? (Value)"--privileged" : null,
    };

    private static IEnumerable<Value> Locations(ComponentContext context, MachineChoice choice) => choice.Machine.Accelerator is null
        ? [$"regions/{context.Expansion.Foundations.Gcp.Region}"]
        : GcpZones.WithAccelerators(context, choice).Select(zone => (Value)$"zones/{zone}");
}
