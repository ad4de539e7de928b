using System.Collections.Immutable;
using static Strata.Platform.Catalog.Accelerators;

namespace Strata.Platform.Catalog;

/// <summary>Compute Engine types that are TPU hosts. The count is chips of one host; a slice may need several hosts (<see cref="TpuSlice"/>).</summary>
internal static class GcpTpuMachines
{
    public static ImmutableArray<MachineType> All { get; } =
    [
        Row("ct5lp-hightpu-1t", 24, 48, TpuV5e, 1, "tpu-v5-lite-podslice"),
        Row("ct5lp-hightpu-4t", 112, 192, TpuV5e, 4, "tpu-v5-lite-podslice"),
        Row("ct5lp-hightpu-8t", 224, 384, TpuV5e, 8, "tpu-v5-lite-podslice"),
        Row("ct5p-hightpu-4t", 208, 448, TpuV5p, 4, "tpu-v5p-slice"),
        Row("ct6e-standard-1t", 44, 176, TpuV6e, 1, "tpu-v6e-slice") with { BootDisk = "hyperdisk-balanced" },
        Row("ct6e-standard-4t", 180, 720, TpuV6e, 4, "tpu-v6e-slice") with { BootDisk = "hyperdisk-balanced" },
        Row("ct6e-standard-8t", 360, 1440, TpuV6e, 8, "tpu-v6e-slice") with { BootDisk = "hyperdisk-balanced" },
        Row("tpu7x-standard-4t", 224, 960, Tpu7x, 4, "tpu7x") with { BootDisk = "hyperdisk-balanced" },
    ];

    private static MachineType Row(string name, int cpu, int gib, Accelerator tpu, int chips, string gkeAccelerator) =>
        new(Cloud.Gcp, name, cpu, gib, MachineSources.GcpTypes) { Accelerator = new MachineAccelerator(tpu, chips, gkeAccelerator) };
}
