using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A bucket: S3, Cloud Storage or MinIO. Private, encrypted, reached over TLS only.</summary>
public sealed record ObjectStore : StorageConfig
{
    [Description("A bucket that exists already, by name.")]
    public string? Existing { get; init; }

    [Description("Keep old versions of objects.")]
    public bool Versioning { get; init; } = true;

    [Description("Days after which old versions are deleted.")]
    [Bounds(1, 36_500)]
    [PerEnvironment("30", "90")]
    public int KeepOldVersionsDays { get; init; }

    [Description("Days after which objects are deleted; kept for ever when left out.")]
    [Bounds(1, 36_500)]
    public int? ExpireAfterDays { get; init; }

    [Description("Days after which objects move to cheaper storage by how often they are read; never when left out.")]
    [Bounds(0, 36_500)]
    public int? TierAfterDays { get; init; }

    [Description("Days after which objects under tmp/ are deleted.")]
    [Bounds(1, 36_500)]
    public int ExpireTemporaryDays { get; init; } = 14;

    [Description("Tell the cloud's event bus of new objects, so that they can start workflows.")]
    public bool Events { get; init; }

    [Description("Real folders with atomic renames, for training data (Google Cloud). Cannot be changed later.")]
    public bool Hierarchical { get; init; }

    [Description("The cluster it is on (Kubernetes). The stack's only one when left out.")]
    public Ref<Compute.Cluster>? Cluster { get; init; }

    [Description("How much a MinIO bucket may hold (Kubernetes).")]
    public Units.ByteSize Size { get; init; } = Units.ByteSize.FromGibibytes(500);
}
