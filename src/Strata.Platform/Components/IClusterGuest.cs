using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>A component that runs on a cluster where the team runs it itself.</summary>
public interface IClusterGuest
{
    /// <summary>The cluster; the stack's only one on the component's cloud when null.</summary>
    Ref<Cluster>? Cluster { get; }

    /// <summary>The operators that its cluster has to have where the team runs it there.</summary>
    IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [];
}
