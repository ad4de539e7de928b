using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Storage;

/// <summary>Files that many machines mount at once: EFS, Filestore, or a shared volume claim.</summary>
public sealed record FileStore : StorageConfig
{
    [Description("A file system that exists already: a file system id on AWS, an instance's address on Google Cloud, a volume claim on Kubernetes.")]
    public string? Existing { get; init; }

    [Description("How much it holds. EFS grows by itself and does not need it; Filestore starts at 1Ti.")]
    public ByteSize Size { get; init; } = ByteSize.FromGibibytes(1024);

    [Description("Take backups.")]
    [PerEnvironment("false", "true")]
    public bool Backup { get; init; }

    [Description("The cluster it is on (Kubernetes). The stack's only one when left out.")]
    public Ref<Compute.Cluster>? Cluster { get; init; }

    [Description("The storage class of the volume claim (Kubernetes); it must offer ReadWriteMany. The cluster's default when left out.")]
    public string? StorageClass { get; init; }
}
