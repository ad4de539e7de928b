using Strata.Aws.Ec2;
using Strata.Aws.Vpc;
using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Storage;

/// <summary>Security groups of storage that is reached from the network itself and from nowhere else.</summary>
internal static class AwsNetworkAccess
{
    /// <summary>Adds a group and a rule for each range of TCP ports.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="what">What is behind it, for people.</param>
    /// <param name="bothWays">The storage opens connections to its clients too.</param>
    public static SecurityGroup Add(Scope scope, string name, string what, AwsNetworkHandle network, IReadOnlyList<(int From, int To)> ports, bool bothWays = false)
    {
        var group = scope.Add(new SecurityGroup($"{name}-access")
        {
            Description = $"{what} of {name}: from the network only",
            VpcId = network.VpcId,
        });
        foreach (var (from, to) in ports)
        {
            scope.Add(new SecurityGroupIngressRule($"{name}-access-{from}")
            {
                SecurityGroupId = group.Id,
                CidrIpv4 = network.CidrBlock,
                IpProtocol = "tcp",
                FromPort = from,
                ToPort = to,
                Description = $"{what} from the network",
            });
            if (bothWays)
            {
                scope.Add(new SecurityGroupEgressRule($"{name}-access-{from}")
                {
                    SecurityGroupId = group.Id,
                    CidrIpv4 = network.CidrBlock,
                    IpProtocol = "tcp",
                    FromPort = from,
                    ToPort = to,
                    Description = $"{what} to the network",
                });
            }
        }

        return group;
    }
}
