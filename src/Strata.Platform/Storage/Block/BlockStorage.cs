using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Disks for pods: a storage class on the stack's cluster, with snapshots.</summary>
public sealed record BlockStorage : StorageConfig
{
    [Description("The cluster it is for. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("How fast the disks are.")]
    public DiskSpeed Speed { get; init; } = DiskSpeed.Balanced;

    [Description("Take daily snapshots.")]
    [PerEnvironment("false", "true")]
    public bool Snapshots { get; init; }

    [Description("How many daily snapshots are kept.")]
    [Bounds(1, 365)]
    public int KeepSnapshots { get; init; } = 14;

    [Description("Make it the class that volume claims get which name none.")]
    public bool Default { get; init; } = true;

    [Description("The CSI driver that makes the disks (Kubernetes), such as driver.longhorn.io.")]
    public string? Provisioner { get; init; }

    [Description("The driver's own parameters of the storage class (Kubernetes).")]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}

/// <summary>How fast disks are.</summary>
public enum DiskSpeed
{
    /// <summary>gp3 on AWS, pd-balanced on Google Cloud.</summary>
    Balanced,

    /// <summary>io2 on AWS, pd-ssd on Google Cloud.</summary>
    Fast,
}
