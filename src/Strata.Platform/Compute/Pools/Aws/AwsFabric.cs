using Strata.Aws.Ec2;
using Strata.Aws.Ec2.Inputs;
using Strata.Aws.Vpc;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>What lets machines of one pool talk to each other fast: a placement group and EFA network cards.</summary>
internal static class AwsFabric
{
    public static PlacementGroup PlacementGroup(ComponentContext context) => context.Scope.Add(new PlacementGroup(context.Name)
    {
        Name = context.Named(AwsNames.PlacementGroup),
        Strategy = "cluster",
    });

    /// <summary>One EFA interface on each network card; only the first has an address. The first card's is device 0, all others are device 1.</summary>
    public static InputList<LaunchTemplateNetworkInterfaceArgs> InterfacesFor(AwsPoolPlan plan)
    {
        var group = SecurityGroup(plan);
        return [.. Enumerable.Range(0, plan.Machine.EfaInterfaces).Select(card => (Input<LaunchTemplateNetworkInterfaceArgs>)new LaunchTemplateNetworkInterfaceArgs
        {
            NetworkCardIndex = card,
            DeviceIndex = card == 0 ? 0 : 1,
            InterfaceType = card == 0 ? "efa" : "efa-only",
            DeleteOnTermination = "true",
            SecurityGroups = [plan.Cluster.SecurityGroupId, group.Id],
        })];
    }

    /// <summary>EFA wants rules that name the group itself in both directions; a rule for all addresses does not count.</summary>
    private static SecurityGroup SecurityGroup(AwsPoolPlan plan)
    {
        var context = plan.Context;
        var name = $"{context.Name}-efa";
        var group = context.Scope.Add(new SecurityGroup(name)
        {
            NamePrefix = context.PrefixFor(AwsNames.SecurityGroup, "efa"),
            Description = $"EFA between nodes of {context.Name}",
            VpcId = plan.Cluster.Network.VpcId,
            Tags = AwsMachineDefaults.TagsOf(context),
        });
        context.Scope.Add(new SecurityGroupIngressRule(name) { SecurityGroupId = group.Id, ReferencedSecurityGroupId = group.Id, IpProtocol = "-1" });
        context.Scope.Add(new SecurityGroupEgressRule(name) { SecurityGroupId = group.Id, ReferencedSecurityGroupId = group.Id, IpProtocol = "-1" });
        return group;
    }
}
