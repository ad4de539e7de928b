namespace Strata.Platform.Catalog;

/// <summary>One machine type of a cloud.</summary>
/// <param name="Cloud">AWS or GCP.</param>
/// <param name="Name">The cloud's name: <c>g6.xlarge</c>, <c>g2-standard-8</c>.</param>
/// <param name="Cpu">vCPUs.</param>
/// <param name="MemoryGib">GiB. What the machine has; a Kubernetes node offers its pods somewhat less.</param>
/// <param name="Source">Where the row was read.</param>
public sealed record MachineType(Cloud Cloud, string Name, int Cpu, double MemoryGib, FactSource Source)
{
    public Architecture Architecture { get; init; }

    public MachineAccelerator? Accelerator { get; init; }

    /// <summary>
    /// US dollars an hour on demand in us-east-1 or us-central1, accelerators included; null when no source was found.
    /// Here to order machines by, and a base for cost estimates.
    /// </summary>
    public decimal? UsdPerHour { get; init; }

    /// <summary>GB of local SSD that come with the machine; 0 when it has none or takes it only when asked.</summary>
    public int LocalSsdGb { get; init; }

    /// <summary>Most Elastic Fabric Adapter interfaces; 0 without EFA and on GCP.</summary>
    public int EfaInterfaces { get; init; }

    public Sale Sale { get; init; }

    /// <summary>May be chosen for someone who names no type. Others are older, burstable, special or dearer and are found by name.</summary>
    public bool Automatic { get; init; } = true;

    /// <summary>The disk type to boot from: gp3 on AWS; on GCP the newer series take only Hyperdisk.</summary>
    public string BootDisk { get; init; } = Cloud == Cloud.Aws ? "gp3" : "pd-balanced";

    public long MemoryBytes => (long)(MemoryGib * (1L << 30));

    /// <summary><c>g6</c> of <c>g6.xlarge</c>, <c>a2-highgpu</c> of <c>a2-highgpu-1g</c>: types of a family are offered in the same places.</summary>
    public string Family => Cloud == Cloud.Aws ? Name[..Name.IndexOf('.', StringComparison.Ordinal)] : Name[..Name.LastIndexOf('-')];

    /// <summary>What <see cref="Availability"/> is asked about: attached GPUs are offered in fewer places than the machine.</summary>
    internal string OfferedAs => Accelerator is { Attached: true } attached ? attached.CloudName : Family;
}
