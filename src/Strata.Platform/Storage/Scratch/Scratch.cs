using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Storage;

/// <summary>A fast parallel file system for training: FSx for Lustre or Managed Lustre. Not a place to keep things.</summary>
public sealed record Scratch : StorageConfig
{
    [Description("How much it holds. FSx takes 1200Gi, 2400Gi and multiples of 2400Gi; Managed Lustre multiples of 9000Gi.")]
    public required ByteSize Size { get; init; }

    [Description("Keep the data on two servers. Without it a failed server loses its part.")]
    [PerEnvironment("false", "true", Staging = "false")]
    public bool Persistent { get; init; }

    [Description("The object store it is filled from: as files are read on AWS, each night on Google Cloud and whenever the import workflow is started.")]
    public Ref<ObjectStore>? Source { get; init; }

    [Description("Throughput in MB/s for each TiB of a persistent file system: 125, 250, 500 or 1000.")]
    public int Throughput { get; init; } = 250;

    [Description("The cluster it is on (Kubernetes). The stack's only one when left out.")]
    public Ref<Compute.Cluster>? Cluster { get; init; }

    [Description("The storage class of the volume claim (Kubernetes). The cluster's default when left out.")]
    public string? StorageClass { get; init; }
}
