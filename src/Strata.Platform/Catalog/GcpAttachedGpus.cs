using System.Collections.Immutable;
using static Strata.Platform.Catalog.Accelerators;

namespace Strata.Platform.Catalog;

/// <summary>
/// N1 machines with the GPUs that can be attached to them: the only way to a T4, V100, P100 or P4 on GCP. Source of the rules:
/// <see cref="MachineSources.GcpAttached"/>.
/// </summary>
internal static class GcpAttachedGpus
{
    /// <summary>A GPU that waits for fewer vCPUs to feed it is money wasted, so smaller machines are found by name only.</summary>
    private const int CpusPerGpu = 4;

    /// <summary>How many GPUs a machine of at most so many vCPUs and GiB takes; <c>Usd</c> is one GPU's hour in us-central1.</summary>
    private sealed record Rule(Accelerator Gpu, string CloudName, int Count, int MaxCpu, double MaxGib, decimal Usd);

    private static readonly ImmutableArray<Rule> Rules =
    [
        new(T4, "nvidia-tesla-t4", 1, 48, 312, 0.35m),
        new(T4, "nvidia-tesla-t4", 2, 48, 312, 0.35m),
        new(T4, "nvidia-tesla-t4", 4, 96, 624, 0.35m),
        new(P4, "nvidia-tesla-p4", 1, 24, 156, 0.60m),
        new(P4, "nvidia-tesla-p4", 2, 48, 312, 0.60m),
        new(P4, "nvidia-tesla-p4", 4, 96, 624, 0.60m),
        new(V100, "nvidia-tesla-v100", 1, 12, 78, 2.48m),
        new(V100, "nvidia-tesla-v100", 2, 24, 156, 2.48m),
        new(V100, "nvidia-tesla-v100", 4, 48, 312, 2.48m),
        new(V100, "nvidia-tesla-v100", 8, 96, 624, 2.48m),
        new(P100, "nvidia-tesla-p100", 1, 16, 104, 1.46m),
        new(P100, "nvidia-tesla-p100", 2, 32, 208, 1.46m),
        new(P100, "nvidia-tesla-p100", 4, 96, 624, 1.46m),
    ];

    public static ImmutableArray<MachineType> All { get; } =
    [
        .. from machine in GcpGeneralMachines.All
           where machine.Name.StartsWith("n1-", StringComparison.Ordinal)
           from rule in Rules
           where machine.Cpu <= rule.MaxCpu && machine.MemoryGib <= rule.MaxGib
           select machine with
           {
               Accelerator = new MachineAccelerator(rule.Gpu, rule.Count, rule.CloudName, Attached: true),
               UsdPerHour = machine.UsdPerHour + (rule.Count * rule.Usd),
               Automatic = machine.Cpu >= CpusPerGpu * rule.Count,
           },
    ];
}
