using System.Globalization;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>The job that a queue's users fill in with image and command, and submit.</summary>
internal static class BatchJob
{
    public static Value Template(Batch config, ComponentContext context, PoolHandle pool, ServiceAccountHandle account, KubernetesAccess access)
    {
        var resources = new ValueMap { ["cpu"] = config.Machine.Cpu!.ToString(), ["memory"] = config.Machine.Memory!.ToString() };
        if (pool.AcceleratorResource is { } accelerator && config.Machine.Gpu is { } gpu)
        {
            resources[accelerator] = gpu.Count.ToString(CultureInfo.InvariantCulture);
        }

        var labels = new ValueMap { ["kueue.x-k8s.io/queue-name"] = context.Name, ["kueue.x-k8s.io/priority-class"] = "best-effort" };
        return new ValueMap
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "Job",
            ["metadata"] = new ValueMap { ["generateName"] = $"{context.Name}-", ["namespace"] = account.Namespace.Name, ["labels"] = labels },
            ["spec"] = new ValueMap
            {
                // Kueue starts it when there is room.
                ["suspend"] = true,
                ["backoffLimit"] = config.Retries,
                ["activeDeadlineSeconds"] = config.Timeout.Seconds,
                ["ttlSecondsAfterFinished"] = 7 * 24 * 60 * 60,
                ["template"] = new ValueMap
                {
                    ["spec"] = new ValueMap
                    {
                        ["serviceAccountName"] = account.Name,
                        ["restartPolicy"] = "Never",
                        ["priorityClassName"] = "best-effort",
                        ["tolerations"] = pool.Tolerations.Count == 0 ? null : Value.List(pool.Tolerations.Select(toleration => toleration.ToValue())),
                        ["containers"] = Value.List(new ValueMap
                        {
                            ["name"] = "job",
                            ["image"] = "",
                            ["command"] = Value.List(),
                            ["env"] = Value.List(access.Environment.Select(variable => variable.ToValue())),
                            ["resources"] = new ValueMap { ["requests"] = resources, ["limits"] = resources },
                            ["volumeMounts"] = Value.List(access.Claims.Select(claim => (Value)new ValueMap { ["name"] = claim.Key, ["mountPath"] = $"/mnt/{claim.Key}", ["readOnly"] = claim.Value == Stacks.AccessLevel.Read })),
                        }),
                        ["volumes"] = Value.List(access.Claims.Select(claim => (Value)new ValueMap { ["name"] = claim.Key, ["persistentVolumeClaim"] = new ValueMap { ["claimName"] = claim.Key } })),
                    },
                },
            },
        };
    }
}
