using System.Collections.Immutable;
using static Strata.Platform.Catalog.Accelerators;

namespace Strata.Platform.Catalog;

/// <summary>EC2 types with NVIDIA GPUs: memory in GiB, price in US dollars an hour in us-east-1, local NVMe in GB.</summary>
internal static class AwsGpuMachines
{
    public static ImmutableArray<MachineType> All { get; } =
    [
        Row("g4dn.xlarge", 4, 16, T4, 1, "t4", 0.526m, ssd: 125, efa: 0),
        Row("g4dn.2xlarge", 8, 32, T4, 1, "t4", 0.752m, ssd: 225, efa: 0),
        Row("g4dn.4xlarge", 16, 64, T4, 1, "t4", 1.204m, ssd: 225, efa: 0),
        Row("g4dn.8xlarge", 32, 128, T4, 1, "t4", 2.176m, ssd: 900, efa: 1),
        Row("g4dn.12xlarge", 48, 192, T4, 4, "t4", 3.912m, ssd: 900, efa: 1),
        Row("g4dn.16xlarge", 64, 256, T4, 1, "t4", 4.352m, ssd: 900, efa: 1),
        Row("g5.xlarge", 4, 16, A10g, 1, "a10g", 1.006m, ssd: 250, efa: 0),
        Row("g5.2xlarge", 8, 32, A10g, 1, "a10g", 1.212m, ssd: 450, efa: 0),
        Row("g5.4xlarge", 16, 64, A10g, 1, "a10g", 1.624m, ssd: 600, efa: 0),
        Row("g5.8xlarge", 32, 128, A10g, 1, "a10g", 2.448m, ssd: 900, efa: 1),
        Row("g5.12xlarge", 48, 192, A10g, 4, "a10g", 5.672m, ssd: 3800, efa: 1),
        Row("g5.16xlarge", 64, 256, A10g, 1, "a10g", 4.096m, ssd: 1900, efa: 1),
        Row("g5.24xlarge", 96, 384, A10g, 4, "a10g", 8.144m, ssd: 3800, efa: 1),
        Row("g5.48xlarge", 192, 768, A10g, 8, "a10g", 16.288m, ssd: 7600, efa: 1),
        Row("g6.xlarge", 4, 16, L4, 1, "l4", 0.8048m, ssd: 250, efa: 0),
        Row("g6.2xlarge", 8, 32, L4, 1, "l4", 0.9776m, ssd: 450, efa: 0),
        Row("g6.4xlarge", 16, 64, L4, 1, "l4", 1.3232m, ssd: 600, efa: 0),
        Row("g6.8xlarge", 32, 128, L4, 1, "l4", 2.0144m, ssd: 900, efa: 1),
        Row("g6.12xlarge", 48, 192, L4, 4, "l4", 4.6016m, ssd: 3760, efa: 1),
        Row("g6.16xlarge", 64, 256, L4, 1, "l4", 3.3968m, ssd: 1880, efa: 1),
        Row("g6.24xlarge", 96, 384, L4, 4, "l4", 6.6752m, ssd: 3760, efa: 1),
        Row("g6.48xlarge", 192, 768, L4, 8, "l4", 13.3504m, ssd: 7520, efa: 1),
        Row("gr6.4xlarge", 16, 128, L4, 1, "l4", 1.5392m, ssd: 600, efa: 0),
        Row("gr6.8xlarge", 32, 256, L4, 1, "l4", 2.4464m, ssd: 900, efa: 1),
        Row("g6e.xlarge", 4, 32, L40s, 1, "l40s", 1.861m, ssd: 250, efa: 0),
        Row("g6e.2xlarge", 8, 64, L40s, 1, "l40s", 2.24208m, ssd: 450, efa: 0),
        Row("g6e.4xlarge", 16, 128, L40s, 1, "l40s", 3.00424m, ssd: 600, efa: 0),
        Row("g6e.8xlarge", 32, 256, L40s, 1, "l40s", 4.52856m, ssd: 900, efa: 1),
        Row("g6e.12xlarge", 48, 384, L40s, 4, "l40s", 10.49264m, ssd: 3800, efa: 1),
        Row("g6e.16xlarge", 64, 512, L40s, 1, "l40s", 7.57719m, ssd: 1900, efa: 1),
        Row("g6e.24xlarge", 96, 768, L40s, 4, "l40s", 15.06559m, ssd: 3800, efa: 2),
        Row("g6e.48xlarge", 192, 1536, L40s, 8, "l40s", 30.13118m, ssd: 7600, efa: 4),
        Row("g7e.2xlarge", 8, 64, RtxPro6000, 1, "rtx-pro-server-6000", 3.36312m, ssd: 1900, efa: 0),
        Row("g7e.4xlarge", 16, 128, RtxPro6000, 1, "rtx-pro-server-6000", 3.99816m, ssd: 1900, efa: 0),
        Row("g7e.8xlarge", 32, 256, RtxPro6000, 1, "rtx-pro-server-6000", 5.26824m, ssd: 1900, efa: 1),
        Row("g7e.12xlarge", 48, 512, RtxPro6000, 2, "rtx-pro-server-6000", 8.28608m, ssd: 3800, efa: 1),
        Row("g7e.24xlarge", 96, 1024, RtxPro6000, 4, "rtx-pro-server-6000", 16.57216m, ssd: 7600, efa: 2),
        Row("g7e.48xlarge", 192, 2048, RtxPro6000, 8, "rtx-pro-server-6000", 33.14432m, ssd: 15200, efa: 4),
        Row("p3dn.24xlarge", 96, 768, V100Of32Gb, 8, "v100", 31.212m, ssd: 1800, efa: 1),
        Row("p4d.24xlarge", 96, 1152, A100, 8, "a100", 21.957642m, ssd: 8000, efa: 4),
        Row("p4de.24xlarge", 96, 1152, A100Of80Gb, 8, "a100", 27.44705m, ssd: 8000, efa: 4),
        Row("p5.4xlarge", 16, 256, H100, 1, "h100", 6.88m, ssd: 3800, efa: 1),
        Row("p5.48xlarge", 192, 2048, H100, 8, "h100", 55.04m, ssd: 30400, efa: 32),
        Row("p5e.48xlarge", 192, 2048, H200, 8, "h200", null, ssd: 30400, efa: 32, Sale.CapacityBlock),
        Row("p5en.48xlarge", 192, 2048, H200, 8, "h200", 63.296m, ssd: 30400, efa: 16),
        Row("p6-b200.48xlarge", 192, 2048, B200, 8, "b200", 113.9328m, ssd: 30400, efa: 8),
    ];

    private static MachineType Row(
        string name, int cpu, int gib, Accelerator accelerator, int count, string cloudName, decimal? usd, int ssd, int efa, Sale sale = Sale.OnDemand) =>
        new(Cloud.Aws, name, cpu, gib, MachineSources.AwsTypes)
        {
            Accelerator = new MachineAccelerator(accelerator, count, cloudName),
            UsdPerHour = usd,
            LocalSsdGb = ssd,
            EfaInterfaces = efa,
            Sale = sale,
        };
}
