using System.Collections.Immutable;
using static Strata.Platform.Catalog.Accelerators;

namespace Strata.Platform.Catalog;

/// <summary>EC2 types with AWS Trainium and Inferentia chips: memory in GiB, price in US dollars an hour in us-east-1, local NVMe in GB.</summary>
internal static class AwsNeuronMachines
{
    public static ImmutableArray<MachineType> All { get; } =
    [
        Row("inf2.xlarge", 4, 16, Inferentia2, 1, "inferentia2", 0.7582m, ssd: 0, efa: 0),
        Row("inf2.8xlarge", 32, 128, Inferentia2, 1, "inferentia2", 1.96786m, ssd: 0, efa: 0),
        Row("inf2.24xlarge", 96, 384, Inferentia2, 6, "inferentia2", 6.49063m, ssd: 0, efa: 0),
        Row("inf2.48xlarge", 192, 768, Inferentia2, 12, "inferentia2", 12.98127m, ssd: 0, efa: 0),
        Row("trn1.2xlarge", 8, 32, Trainium, 1, "trainium", 1.34375m, ssd: 474, efa: 0),
        Row("trn1.32xlarge", 128, 512, Trainium, 16, "trainium", 21.5m, ssd: 7600, efa: 8),
        Row("trn1n.32xlarge", 128, 512, Trainium, 16, "trainium", 24.78m, ssd: 7600, efa: 16),
        Row("trn2.48xlarge", 192, 2048, Trainium2, 16, "trainium2", null, ssd: 7600, efa: 16, Sale.CapacityBlock),
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
