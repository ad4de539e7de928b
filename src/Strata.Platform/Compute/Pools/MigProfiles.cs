using Strata.Platform.Catalog;

namespace Strata.Platform.Compute;

/// <summary>
/// How GPUs can be divided by the hardware, and into how many parts of each kind
/// (https://docs.nvidia.com/datacenter/tesla/mig-user-guide/supported-mig-profiles.html).
/// </summary>
internal static class MigProfiles
{
    private static readonly (string Gpu, (string Profile, int Parts)[] Profiles)[] Table =
    [
        ("a100", [("1g.5gb", 7), ("1g.10gb", 4), ("2g.10gb", 3), ("3g.20gb", 2), ("4g.20gb", 1), ("7g.40gb", 1)]),
        ("a100-80gb", [("1g.10gb", 7), ("1g.20gb", 4), ("2g.20gb", 3), ("3g.40gb", 2), ("4g.40gb", 1), ("7g.80gb", 1)]),
        ("h100", [("1g.10gb", 7), ("1g.20gb", 4), ("2g.20gb", 3), ("3g.40gb", 2), ("4g.40gb", 1), ("7g.80gb", 1)]),
        ("h200", [("1g.18gb", 7), ("1g.35gb", 4), ("2g.35gb", 3), ("3g.71gb", 2), ("4g.71gb", 1), ("7g.141gb", 1)]),
        ("b200", [("1g.23gb", 7), ("1g.45gb", 4), ("2g.45gb", 3), ("3g.90gb", 2), ("4g.90gb", 1), ("7g.180gb", 1)]),
    ];

    /// <summary>The profiles of a GPU, smallest parts first; none when it cannot be divided.</summary>
    public static IReadOnlyList<string> Of(Accelerator gpu) => [.. Row(gpu).Select(p => p.Profile)];

    /// <summary>How many parts of a profile one GPU gives; 0 when it has no such profile.</summary>
    public static int Parts(Accelerator gpu, string profile) => Array.Find(Row(gpu), p => p.Profile == profile).Parts;

    /// <summary>How many pods one GPU serves.</summary>
    public static int PodsPerGpu(GpuSharing? sharing, Accelerator gpu) => sharing switch
    {
        { Strategy: GpuSharingStrategy.TimeSlicing } => sharing.Replicas,
        { Partition: { } partition } => Math.Max(1, Parts(gpu, partition)),
        _ => 1,
    };

    private static (string Profile, int Parts)[] Row(Accelerator gpu) => Array.Find(Table, row => row.Gpu == gpu.Name).Profiles ?? [];
}
