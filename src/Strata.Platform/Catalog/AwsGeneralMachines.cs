using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>EC2 types without accelerators. Within a family CPU, memory and price grow together, so a family is one row.</summary>
internal static class AwsGeneralMachines
{
    private const string UpTo24x = "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge";

    public static ImmutableArray<MachineType> All { get; } =
    [
        .. Family("m7i", 4, 0.0504m, $"{UpTo24x} 48xlarge", automatic: true),
        .. Family("c7i", 2, 0.044625m, $"{UpTo24x} 48xlarge", automatic: true),
        .. Family("r7i", 8, 0.06615m, $"{UpTo24x} 48xlarge", automatic: true),
        .. Family("m6i", 4, 0.048m, $"{UpTo24x} 32xlarge"),
        .. Family("c6i", 2, 0.0425m, $"{UpTo24x} 32xlarge"),
        .. Family("r6i", 8, 0.063m, $"{UpTo24x} 32xlarge"),
        .. Family("m8i", 4, 0.05292m, $"{UpTo24x} 32xlarge 48xlarge 96xlarge"),
        .. Family("c8i", 2, 0.046858m, $"{UpTo24x} 32xlarge 48xlarge 96xlarge"),
        .. Family("r8i", 8, 0.069457m, $"{UpTo24x} 32xlarge 48xlarge 96xlarge"),
        .. Family("x2iedn", 32, 0.208406m, "xlarge 2xlarge 4xlarge 8xlarge 16xlarge 24xlarge 32xlarge"),
        .. Family("m7g", 4, 0.0408m, "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge", Architecture.Arm, automatic: true),
        .. Family("c7g", 2, 0.03625m, "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge", Architecture.Arm, automatic: true),
        .. Family("r7g", 8, 0.05355m, "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge", Architecture.Arm, automatic: true),
        .. Family("m8g", 4, 0.04488m, $"medium {UpTo24x} 48xlarge", Architecture.Arm),
        Burstable("t3.micro", 2, 1, 0.0104m),
        Burstable("t3.small", 2, 2, 0.0208m),
        Burstable("t3.medium", 2, 4, 0.0416m),
        Burstable("t3.large", 2, 8, 0.0832m),
        Burstable("t3.xlarge", 4, 16, 0.1664m),
        Burstable("t3.2xlarge", 8, 32, 0.3328m),
        Burstable("t4g.micro", 2, 1, 0.0084m, Architecture.Arm),
        Burstable("t4g.small", 2, 2, 0.0168m, Architecture.Arm),
        Burstable("t4g.medium", 2, 4, 0.0336m, Architecture.Arm),
        Burstable("t4g.large", 2, 8, 0.0672m, Architecture.Arm),
        Burstable("t4g.xlarge", 4, 16, 0.1344m, Architecture.Arm),
        Burstable("t4g.2xlarge", 8, 32, 0.2688m, Architecture.Arm),
    ];

    private static IEnumerable<MachineType> Family(
        string family, int gibPerCpu, decimal usdPerCpu, string sizes, Architecture architecture = Architecture.X86, bool automatic = false) =>
        from size in sizes.Split(' ')
        let cpu = Cpus(size)
        select new MachineType(Cloud.Aws, $"{family}.{size}", cpu, cpu * gibPerCpu, MachineSources.AwsTypes)
        {
            Architecture = architecture,
            UsdPerHour = cpu * usdPerCpu,
            Automatic = automatic,
        };

    /// <summary>Found by name only: a training step on a burstable machine is slow once its credits are used up.</summary>
    private static MachineType Burstable(string name, int cpu, int gib, decimal usd, Architecture architecture = Architecture.X86) =>
        new(Cloud.Aws, name, cpu, gib, MachineSources.AwsTypes) { Architecture = architecture, UsdPerHour = usd, Automatic = false };

    private static int Cpus(string size) => size switch
    {
        "medium" => 1,
        "large" => 2,
        "xlarge" => 4,
        _ => 4 * int.Parse(size[..^"xlarge".Length], System.Globalization.CultureInfo.InvariantCulture),
    };
}
