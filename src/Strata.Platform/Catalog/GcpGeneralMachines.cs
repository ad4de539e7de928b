using System.Collections.Immutable;
using System.Globalization;

namespace Strata.Platform.Catalog;

/// <summary>Compute Engine types without accelerators. A row is a family: its sizes, and what a vCPU and a GiB cost an hour.</summary>
internal static class GcpGeneralMachines
{
    private const string Hyperdisk = "hyperdisk-balanced";

    public static ImmutableArray<MachineType> All { get; } =
    [
        .. Family("e2-standard", 4, "2 4 8 16 32", 0.021811m, 0.002923m, automatic: true),
        .. Family("e2-highmem", 8, "2 4 8 16", 0.021811m, 0.002923m, automatic: true),
        .. Family("e2-highcpu", 1, "2 4 8 16 32", 0.021811m, 0.002923m, automatic: true),
        .. Family("n4-standard", 4, "2 4 8 16 32 48 64 80", 0.030821m, 0.004131m, automatic: true, disk: Hyperdisk),
        .. Family("n4-highmem", 8, "2 4 8 16 32 48 64 80", 0.030821m, 0.004131m, automatic: true, disk: Hyperdisk),
        .. Family("n4-highcpu", 2, "2 4 8 16 32 48 64 80", 0.030821m, 0.004131m, automatic: true, disk: Hyperdisk),
        .. Family("c4-standard", 3.75, "4 8 16 24 32 48 96 144 192 288", null, null, automatic: true, disk: Hyperdisk),
        .. Family("c4-highmem", 7.75, "4 8 16 24 32 48 96 144 192 288", null, null, automatic: true, disk: Hyperdisk),
        .. Family("c4-highcpu", 2, "2 4 8 16 24 32 48 96 144 192 288", null, null, automatic: true, disk: Hyperdisk),
        .. Family("n2-standard", 4, "2 4 8 16 32 48 64 80 96 128", 0.031611m, 0.004237m),
        .. Family("n2-highmem", 8, "2 4 8 16 32 48 64 80 96", 0.031611m, 0.004237m),
        .. Family("n2-highcpu", 1, "2 4 8 16 32 48 64 80 96", 0.031611m, 0.004237m),
        .. Family("n2d-standard", 4, "2 4 8 16 32 48 64 80 96 128 224", 0.027502m, 0.003686m),
        .. Family("c3-standard", 4, "4 8 22 44 88 176", 0.03398m, 0.00456m),
        .. Family("c3-highmem", 8, "4 8 22 44 88 176", 0.03398m, 0.00456m),
        .. Family("c3-highcpu", 2, "4 8 22 44 88 176", 0.03398m, 0.00456m),
        .. Family("c4a-standard", 4, "1 2 4 8 16 32 48 64 72", null, null, Architecture.Arm, automatic: true, disk: Hyperdisk),
        .. Family("c4a-highmem", 8, "1 2 4 8 16 32 48 64 72", null, null, Architecture.Arm, automatic: true, disk: Hyperdisk),
        .. Family("n1-standard", 3.75, "1 2 4 8 16 32 64 96", 0.031611m, 0.004237m),
        .. Family("n1-highmem", 6.5, "2 4 8 16 32 64 96", 0.031611m, 0.004237m),
        new(Cloud.Gcp, "e2-small", 2, 2, MachineSources.GcpTypes) { Automatic = false },
        new(Cloud.Gcp, "e2-medium", 2, 4, MachineSources.GcpTypes) { Automatic = false },
    ];

    private static IEnumerable<MachineType> Family(
        string family, double gibPerCpu, string sizes, decimal? usdPerCpu, decimal? usdPerGib,
        Architecture architecture = Architecture.X86, bool automatic = false, string disk = "pd-balanced") =>
        from size in sizes.Split(' ')
        let cpu = int.Parse(size, CultureInfo.InvariantCulture)
        select new MachineType(Cloud.Gcp, $"{family}-{size}", cpu, cpu * gibPerCpu, MachineSources.GcpTypes)
        {
            Architecture = architecture,
            UsdPerHour = (cpu * usdPerCpu) + ((decimal)(cpu * gibPerCpu) * usdPerGib),
            Automatic = automatic,
            BootDisk = disk,
        };
}
