using System.Collections.Immutable;
using static Strata.Platform.Catalog.Accelerators;

namespace Strata.Platform.Catalog;

/// <summary>Compute Engine types that come with their GPUs: memory in GiB, price in US dollars an hour in us-central1, local SSD in GB.</summary>
internal static class GcpGpuMachines
{
    private const string Hyperdisk = "hyperdisk-balanced";

    public static ImmutableArray<MachineType> All { get; } =
    [
        Row("g2-standard-4", 4, 16, L4, 1, "nvidia-l4", 0.76m),
        Row("g2-standard-8", 8, 32, L4, 1, "nvidia-l4", 0.91m),
        Row("g2-standard-12", 12, 48, L4, 1, "nvidia-l4", 1.06m),
        Row("g2-standard-16", 16, 64, L4, 1, "nvidia-l4", 1.20m),
        Row("g2-standard-24", 24, 96, L4, 2, "nvidia-l4", 2.11m),
        Row("g2-standard-32", 32, 128, L4, 1, "nvidia-l4", 1.79m),
        Row("g2-standard-48", 48, 192, L4, 4, "nvidia-l4", 4.23m),
        Row("g2-standard-96", 96, 384, L4, 8, "nvidia-l4", 8.46m),
        Row("g4-standard-48", 48, 180, RtxPro6000, 1, "nvidia-rtx-pro-6000", null, disk: Hyperdisk),
        Row("g4-standard-96", 96, 360, RtxPro6000, 2, "nvidia-rtx-pro-6000", null, disk: Hyperdisk),
        Row("g4-standard-192", 192, 720, RtxPro6000, 4, "nvidia-rtx-pro-6000", null, disk: Hyperdisk),
        Row("g4-standard-384", 384, 1440, RtxPro6000, 8, "nvidia-rtx-pro-6000", null, disk: Hyperdisk),
        Row("a2-highgpu-1g", 12, 85, A100, 1, "nvidia-tesla-a100", 3.673385m),
        Row("a2-highgpu-2g", 24, 170, A100, 2, "nvidia-tesla-a100", 7.34677m),
        Row("a2-highgpu-4g", 48, 340, A100, 4, "nvidia-tesla-a100", 14.69354m),
        Row("a2-highgpu-8g", 96, 680, A100, 8, "nvidia-tesla-a100", 29.38708m),
        Row("a2-megagpu-16g", 96, 1360, A100, 16, "nvidia-tesla-a100", 55.739504m),
        Row("a2-ultragpu-1g", 12, 170, A100Of80Gb, 1, "nvidia-a100-80gb", 5.0688m, ssd: 375),
        Row("a2-ultragpu-2g", 24, 340, A100Of80Gb, 2, "nvidia-a100-80gb", 10.1376m, ssd: 750),
        Row("a2-ultragpu-4g", 48, 680, A100Of80Gb, 4, "nvidia-a100-80gb", 20.2752m, ssd: 1500),
        Row("a2-ultragpu-8g", 96, 1360, A100Of80Gb, 8, "nvidia-a100-80gb", 40.5504m, ssd: 3000),
        Row("a3-highgpu-1g", 26, 234, H100, 1, "nvidia-h100-80gb", null, ssd: 750, sale: Sale.SpotOrReserved),
        Row("a3-highgpu-2g", 52, 468, H100, 2, "nvidia-h100-80gb", null, ssd: 1500, sale: Sale.SpotOrReserved),
        Row("a3-highgpu-4g", 104, 936, H100, 4, "nvidia-h100-80gb", null, ssd: 3000, sale: Sale.SpotOrReserved),
        Row("a3-highgpu-8g", 208, 1872, H100, 8, "nvidia-h100-80gb", null, ssd: 6000),
        Row("a3-megagpu-8g", 208, 1872, H100, 8, "nvidia-h100-mega-80gb", null, ssd: 6000) with { Automatic = false },
        Row("a3-ultragpu-8g", 224, 2952, H200, 8, "nvidia-h200-141gb", null, ssd: 12000, sale: Sale.SpotOrReserved, disk: Hyperdisk),
        Row("a4-highgpu-8g", 224, 3968, B200, 8, "nvidia-b200", null, ssd: 12000, sale: Sale.SpotOrReserved, disk: Hyperdisk),
    ];

    private static MachineType Row(
        string name, int cpu, int gib, Accelerator accelerator, int count, string cloudName, decimal? usd,
        int ssd = 0, Sale sale = Sale.OnDemand, string disk = "pd-balanced") =>
        new(Cloud.Gcp, name, cpu, gib, MachineSources.GcpTypes)
        {
            Accelerator = new MachineAccelerator(accelerator, count, cloudName),
            UsdPerHour = usd,
            LocalSsdGb = ssd,
            Sale = sale,
            BootDisk = disk,
        };
}
