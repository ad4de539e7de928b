namespace Strata.Platform.Catalog;

/// <summary>What a pool, batch queue or workspace asks of one machine: a size, or a type by name that must have that size.</summary>
/// <param name="Cpu">vCPUs at least; 0 for any.</param>
/// <param name="MemoryBytes">Bytes at least; 0 for any.</param>
/// <param name="Gpu">Accelerators other than TPUs; null for none.</param>
/// <param name="Tpu">A TPU slice; null for none.</param>
/// <param name="Type">A machine type by its cloud's name; null to have one chosen.</param>
/// <param name="Spot">Wanted as spot, which widens what is on offer on GCP and narrows it on AWS.</param>
/// <param name="Architecture">Looked at only when no type is named.</param>
public sealed record MachineRequest(
    double Cpu = 0,
    long MemoryBytes = 0,
    GpuRequest? Gpu = null,
    TpuRequest? Tpu = null,
    string? Type = null,
    bool Spot = false,
    Architecture Architecture = Architecture.X86);
