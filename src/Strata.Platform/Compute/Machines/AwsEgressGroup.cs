using Strata.Aws.Ec2;
using Strata.Aws.Vpc;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>A security group for machines that reach out and are reached by nobody.</summary>
internal static class AwsEgressGroup
{
    public static SecurityGroup Add(ComponentContext context, AwsNetworkHandle network)
    {
        var group = context.Scope.Add(new SecurityGroup(context.Name)
        {
            NamePrefix = context.PrefixFor(AwsNames.SecurityGroup),
            Description = $"Machines of {context.Name}: out only",
            VpcId = network.VpcId,
            Tags = AwsMachineDefaults.TagsOf(context),
        });
        context.Scope.Add(new SecurityGroupEgressRule($"{context.Name}-out") { SecurityGroupId = group.Id, CidrIpv4 = "0.0.0.0/0", IpProtocol = "-1" });
        return group;
    }
}
