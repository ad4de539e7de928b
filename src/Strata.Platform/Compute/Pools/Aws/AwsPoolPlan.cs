using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>All that is decided about a pool on EKS, whatever makes its nodes.</summary>
/// <param name="Types">EC2 types its nodes may be, the first one preferred; all of one shape.</param>
/// <param name="Accelerator">Null for pools without.</param>
internal sealed record AwsPoolPlan(
    Pool Config,
    ComponentContext Context,
    EksClusterHandle Cluster,
    MachineType Machine,
    IReadOnlyList<string> Types,
    PoolNodes Nodes,
    AcceleratorFacts? Accelerator)
{
    /// <summary>What a node offers of the accelerator's resource: its devices, or the parts of them that pods share.</summary>
    public int DevicesPerNode => Machine.Accelerator is { } has ? has.Count * MigProfiles.PodsPerGpu(Config.Sharing, has.Accelerator.Name) : 0;

    /// <summary>
    /// The subnets its nodes may be in: all private ones of the cluster's network, those of the named zones, or one for nodes
    /// that must be close together.
    /// </summary>
    public InputList<string> Subnets =>
        Config.Zones.Count > 0 ? SubnetsIn(Config.Zones)
        : Config.Compact ? [Cluster.Network.PrivateSubnet(0)]
        : Cluster.Network.PrivateSubnetIds;

    /// <summary>Which subnet is in which zone only AWS knows.</summary>
    private InputList<string> SubnetsIn(IReadOnlyList<string> zones) =>
        Context.Expansion.Foundations.Aws.Ask("aws:ec2/getSubnets:getSubnets", new Property("filters", Value.List(
            new ValueMap { ["name"] = "subnet-id", ["values"] = Cluster.Network.PrivateSubnetIds },
            new ValueMap { ["name"] = "availability-zone", ["values"] = Value.List(zones.Select(zone => (Value)zone)) }))).Get<IReadOnlyList<string>>("ids");
}
