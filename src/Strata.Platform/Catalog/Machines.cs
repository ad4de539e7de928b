using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>The machine tables, by cloud. An N1 machine on GCP is listed alone and once for each set of GPUs it can take.</summary>
public static class Machines
{
    public static ImmutableArray<MachineType> Aws { get; } = [.. AwsGeneralMachines.All, .. AwsGpuMachines.All, .. AwsNeuronMachines.All];

    public static ImmutableArray<MachineType> Gcp { get; } = [.. GcpGeneralMachines.All, .. GcpGpuMachines.All, .. GcpAttachedGpus.All, .. GcpTpuMachines.All];

    /// <summary>Everything the tables, prices and availabilities were read from.</summary>
    public static ImmutableArray<FactSource> Sources => MachineSources.All;

    /// <summary>All machine types of a cloud; none for Kubernetes, where machines are declared and not bought.</summary>
    public static ImmutableArray<MachineType> Of(Cloud cloud) => cloud switch
    {
        Cloud.Aws => Aws,
        Cloud.Gcp => Gcp,
        _ => [],
    };

    /// <summary>The machine type of that name without attached GPUs, or null when the table has none.</summary>
    public static MachineType? Find(Cloud cloud, string name) =>
        Of(cloud).FirstOrDefault(m => m.Name == name && m.Accelerator is not { Attached: true });
}
