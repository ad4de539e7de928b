using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Which of Google Cloud's quotas a stack needs. Those for GPUs start at nought or one in a new project.</summary>
public static class GcpQuotaNeeds
{
    // The Cloud Quotas API's ids, as projects list them (cloudquotas.googleapis.com quotaInfos of compute.googleapis.com). The
    // newest GPUs have no quota of their own but one by family; bought as spare capacity they do.
    private static readonly Dictionary<string, (string Name, bool ByFamily)> Gpus = new()
    {
        ["t4"] = ("NVIDIA-T4", false),
        ["l4"] = ("NVIDIA-L4", false),
        ["v100"] = ("NVIDIA-V100", false),
        ["a100"] = ("NVIDIA-A100", false),
        ["a100-80gb"] = ("NVIDIA-A100-80GB", false),
        ["h100"] = ("NVIDIA-H100", true),
        ["h200"] = ("NVIDIA-H200", true),
    };

    /// <summary>By quota id; empty for stacks without GPUs on Google Cloud.</summary>
    public static IReadOnlyList<GcpQuotaNeed> Of(StackModel stack)
    {
        var region = stack.Providers.GcpRegion;
        var gpus = stack.Components.Where(c => stack.CloudOf(c) == Cloud.Gcp).SelectMany(c => GpusOf(c, region)).ToList();
        var needs = gpus
            .GroupBy(gpu => (gpu.Type, gpu.IsSpare))
            .Select(group => Need(group.Key.Type, group.Key.IsSpare, group.Sum(gpu => gpu.Count), region))
            .OrderBy(need => need.QuotaId, StringComparer.Ordinal).ThenBy(need => need.GpuFamily, StringComparer.Ordinal);
        return gpus.Count == 0 ? [] : [.. needs, new GcpQuotaNeed("GPUS-ALL-REGIONS-per-project", null, null, gpus.Sum(gpu => gpu.Count))];
    }

    // Nodes that wait in the queue (Dynamic Workload Scheduler) are counted as spare capacity.
    private static IEnumerable<(string Type, int Count, bool IsSpare)> GpusOf(ComponentConfig component, string? region)
    {
        var (machine, most, isSpare) = component switch
        {
            Pool pool => (pool.Machine, pool.Max, pool.Spot || pool.Queued),
            Batch batch => (batch.Machine, batch.Max, batch.Spot),
            Instances instances => (instances.Machine, instances.Max, instances.Spot),
            _ => (null, 0, false),
        };
        return machine is not null && GcpMachine.Of(machine, isSpare, region)?.Accelerator is { } gpus && Gpus.ContainsKey(gpus.Accelerator.Name)
            ? [(gpus.Accelerator.Name, gpus.Count * most, isSpare)]
            : [];
    }

    private static GcpQuotaNeed Need(string type, bool isSpare, int value, string? region)
    {
        var (name, byFamily) = Gpus[type];
        return isSpare ? new GcpQuotaNeed($"PREEMPTIBLE-{name}-GPUS-per-project-region", region, null, value)
            : byFamily ? new GcpQuotaNeed("GPUS-PER-GPU-FAMILY-per-project-region", region, name.Replace('-', '_'), value)
            : new GcpQuotaNeed($"{name}-GPUS-per-project-region", region, null, value);
    }
}
