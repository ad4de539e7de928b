namespace Strata.Platform.Compute;

/// <summary>Into how many equal parts a GPU can be divided.</summary>
internal static class MigProfiles
{
    /// <summary>By GPU, then by profile. From NVIDIA's Multi-Instance GPU user guide, supported profiles (2026-08).</summary>
    private static readonly Dictionary<string, Dictionary<string, int>> Parts = new()
    {
        ["a100"] = new() { ["1g.5gb"] = 7, ["1g.10gb"] = 4, ["2g.10gb"] = 3, ["3g.20gb"] = 2, ["4g.20gb"] = 1, ["7g.40gb"] = 1 },
        ["a100-80gb"] = new() { ["1g.10gb"] = 7, ["1g.20gb"] = 4, ["2g.20gb"] = 3, ["3g.40gb"] = 2, ["4g.40gb"] = 1, ["7g.80gb"] = 1 },
        ["h100"] = new() { ["1g.10gb"] = 7, ["1g.20gb"] = 4, ["2g.20gb"] = 3, ["3g.40gb"] = 2, ["4g.40gb"] = 1, ["7g.80gb"] = 1 },
        ["h200"] = new() { ["1g.18gb"] = 7, ["1g.35gb"] = 4, ["2g.35gb"] = 3, ["3g.71gb"] = 2, ["4g.71gb"] = 1, ["7g.141gb"] = 1 },
        ["b200"] = new() { ["1g.23gb"] = 7, ["1g.45gb"] = 4, ["2g.45gb"] = 3, ["3g.90gb"] = 2, ["4g.90gb"] = 1, ["7g.180gb"] = 1 },
    };

    /// <summary>The profiles of a GPU; empty when it cannot be divided.</summary>
    public static IReadOnlyCollection<string> Of(string gpu) => Parts.GetValueOrDefault(gpu)?.Keys ?? (IReadOnlyCollection<string>)[];

    /// <summary>How many parts of one profile a GPU gives; null when it has no such profile.</summary>
    public static int? PartsOf(string gpu, string profile) => Parts.GetValueOrDefault(gpu)?.TryGetValue(profile, out var parts) == true ? parts : null;

    /// <summary>How many pods one GPU serves.</summary>
    public static int PodsPerGpu(GpuSharing? sharing, string gpu) => sharing switch
    {
        { Strategy: GpuSharingStrategy.TimeSlicing } => sharing.Replicas,
        { Partition: { } partition } => PartsOf(gpu, partition) ?? 1,
        _ => 1,
    };
}
