using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>What a pod needs to land on a pool, derived from the pool so that the two cannot disagree.</summary>
/// <param name="Config">What the stack file says of it.</param>
/// <param name="Cluster">The cluster it belongs to.</param>
/// <param name="NodeSelector">Labels that all of the pool's nodes have.</param>
/// <param name="Tolerations">For the pool's taints, as Kubernetes writes them in a pod.</param>
/// <param name="AcceleratorResource">What a container asks for to get an accelerator, such as <c>nvidia.com/gpu</c>; null for pools without.</param>
/// <param name="AcceleratorsPerNode">How many of them a node has; 0 for pools without.</param>
internal sealed record PoolHandle(
    Pool Config,
    ClusterHandle Cluster,
    IReadOnlyList<KeyValuePair<string, string>> NodeSelector,
    IReadOnlyList<ValueMap> Tolerations,
    string? AcceleratorResource,
    int AcceleratorsPerNode) : Handle
{
    /// <summary>Processor cores of a node, as its machine type has them. What the team's queue may hand out is counted from it.</summary>
    public required CpuCount NodeCpu { get; init; }

    /// <summary>Memory of a node, as its machine type has it.</summary>
    public required ByteSize NodeMemory { get; init; }
}
