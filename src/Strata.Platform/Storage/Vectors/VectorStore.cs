using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Storage;

/// <summary>A vector database on a cluster: Qdrant, in the team's namespace and for its pods only.</summary>
public sealed record VectorStore : StorageConfig
{
    [Description("The cluster it is on. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("How much disk each server has.")]
    public ByteSize Size { get; init; } = ByteSize.FromGibibytes(50);

    [Description("How much memory each server has. Vectors that are to be found fast lie in it: four bytes for each number of each, and half as much again.")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(2);

    [Description("How many servers there are; of three, one may fail.")]
    [Bounds(1, 9)]
    [PerEnvironment("1", "3")]
    public int Replicas { get; init; }
}
