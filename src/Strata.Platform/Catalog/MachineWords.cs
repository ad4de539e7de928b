using System.Collections.Immutable;
using System.Globalization;

namespace Strata.Platform.Catalog;

/// <summary>How messages speak of machines.</summary>
internal static class MachineWords
{
    public static ImmutableArray<string> Tpus { get; } = [.. Accelerators.All.Where(a => a.Kind == AcceleratorKind.Tpu).Select(a => a.Name)];

    /// <summary><c>32 GiB</c>, <c>3.75 GiB</c>.</summary>
    public static string Gib(long bytes) => $"{((double)bytes / (1L << 30)).ToString("0.##", CultureInfo.InvariantCulture)} GiB";

    /// <summary><c>8 vCPUs, 32 GiB of memory and 1 of 'l4'</c>, only what was asked.</summary>
    public static string Asked(MachineRequest request)
    {
        List<string> parts = [];
        if (request.Cpu > 0)
        {
            parts.Add($"{request.Cpu.ToString("0.##", CultureInfo.InvariantCulture)} vCPUs");
        }

        if (request.MemoryBytes > 0)
        {
            parts.Add($"{Gib(request.MemoryBytes)} of memory");
        }

        if (request.Gpu is { } gpu)
        {
            parts.Add($"{gpu.Count} of '{gpu.Type}'");
        }

        return parts.Count > 1 ? $"{string.Join(", ", parts[..^1])} and {parts[^1]}" : parts.FirstOrDefault() ?? "anything";
    }

    /// <summary>What comes nearest: most memory for someone who asks for too much memory, else most CPU.</summary>
    public static string Largest(ImmutableArray<MachineType> machines, MachineRequest request)
    {
        var tooMuchMemory = machines.All(m => m.MemoryBytes < request.MemoryBytes);
        var largest = machines
            .OrderByDescending(m => tooMuchMemory ? m.MemoryGib : m.Cpu)
            .ThenByDescending(m => tooMuchMemory ? m.Cpu : m.MemoryGib)
            .ThenBy(m => m.Name, StringComparer.Ordinal)
            .First();
        return $"the largest{(request.Gpu is { } gpu ? $" with '{gpu.Type}'" : "")} is '{largest.Name}' with {largest.Cpu} vCPUs and {Gib(largest.MemoryBytes)}";
    }

    public static ImmutableArray<string> CloudsWith(string accelerator) =>
        [.. new[] { Cloud.Aws, Cloud.Gcp }.Where(c => Machines.Of(c).Any(m => m.Accelerator?.Accelerator.Name == accelerator)).Select(c => c.Word())];

    /// <summary>Regions of the same part of the world first (<c>eu</c>, <c>europe</c>), then in ordinal order.</summary>
    public static ImmutableArray<string> NearestFirst(string region, IEnumerable<string> regions) =>
        [.. regions.OrderByDescending(r => r.StartsWith(region[..(region.IndexOf('-', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)).ThenBy(r => r, StringComparer.Ordinal)];

    /// <summary>The accelerators a region has, in table order.</summary>
    public static ImmutableArray<string> AcceleratorsIn(Cloud cloud, string region) =>
        [.. Accelerators.All.Where(a => Machines.Of(cloud).Any(m => m.Accelerator?.Accelerator == a && Availability.MayOffer(m, region))).Select(a => a.Name)];

    /// <summary>The accelerators of a cloud that <c>gpu</c> can name, in table order.</summary>
    public static ImmutableArray<string> GpusOf(Cloud cloud) =>
        [.. Accelerators.Gpus.Where(a => Machines.Of(cloud).Any(m => m.Accelerator?.Accelerator == a)).Select(a => a.Name)];
}
