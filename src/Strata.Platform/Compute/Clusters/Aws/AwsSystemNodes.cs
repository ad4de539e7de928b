using Strata.Aws.Ec2;
using Strata.Aws.Eks;
using Strata.Aws.Eks.Inputs;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>The machines that run an EKS cluster's own components: on demand, in all zones, whatever scales the pools.</summary>
internal static class AwsSystemNodes
{
    private static readonly ByteSize Disk = ByteSize.FromGibibytes(50);

    /// <param name="after">What nodes need to become ready.</param>
    public static NodeGroup Add(
        Cluster config, ComponentContext context, Aws.Eks.Cluster cluster, Input<string> role, AwsNetworkHandle network, IReadOnlyList<Resource> after)
    {
        var name = $"{context.Name}-system";
        var asked = new Machine { Cpu = config.System.Cpu, Memory = config.System.Memory };
        var machine = MachineSelection.Choose(context, asked, spot: false, context.Expansion.Foundations.Aws.Region, config.SpanOf(nameof(config.System))).Machine;
        var template = context.Scope.Add(new LaunchTemplate(name)
        {
            NamePrefix = context.PrefixFor(AwsNames.LaunchTemplate, "system"),
            UpdateDefaultVersion = true,
            BlockDeviceMappings = [AwsMachineDefaults.RootDisk(context, Disk)],
            MetadataOptions = AwsMachineDefaults.Metadata(hops: 1),
            TagSpecifications = AwsMachineDefaults.TagSpecifications(context),
        });
        return context.Scope.Add(new NodeGroup(name, new ResourceOptions { DependsOn = after, IgnoreChanges = ["scalingConfig.desiredSize"] })
        {
            ClusterName = cluster.Name,
            NodeGroupNamePrefix = context.PrefixFor(AwsNames.EksNodeGroup, "system"),
            NodeRoleArn = role,
            SubnetIds = network.PrivateSubnetIds,
            Version = cluster.Version,
            AmiType = NodeImages.EksAmiType(machine),
            CapacityType = "ON_DEMAND",
            InstanceTypes = [machine.Name],
            ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = config.System.Min, MaxSize = config.System.Max, DesiredSize = Desired(config) },
            LaunchTemplate = new NodeGroupLaunchTemplateArgs { Id = template.Id, Version = template.LatestVersion },
            Labels = new() { [PoolNodes.PoolLabel] = "system" },
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailablePercentage = 33 },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true },
        });
    }

    /// <summary>Karpenter leaves this group alone: with one node there would be no room for what does not fit on it.</summary>
    private static int Desired(Cluster config) =>
        config.Autoscaler == ClusterAutoscaler.Karpenter ? Math.Max(config.System.Min, Math.Min(2, config.System.Max)) : config.System.Min;
}
