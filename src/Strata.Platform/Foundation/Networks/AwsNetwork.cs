using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>The stack's VPC, or the one it is told to use.</summary>
internal static class AwsNetwork
{
    public static AwsNetworkHandle Expand(StackExpansion expansion)
    {
        NetworkConfig config = expansion.Stack.Config.Network;
        if (config.Existing is { } existing)
        {
            return new AwsNetworkHandle(existing.Id, config.Cidr.ToString(), [.. existing.PrivateSubnets], [.. existing.PublicSubnets]);
        }

        var platform = expansion.ReferenceTo(config.From!);
        return new AwsNetworkHandle(
            platform.GetStackOutput<string>("network.aws.vpcId"),
            platform.GetStackOutput<string>("network.aws.cidrBlock"),
            platform.GetStackOutput<IReadOnlyList<string>>("network.aws.privateSubnetIds"),
            platform.GetStackOutput<IReadOnlyList<string>>("network.aws.publicSubnetIds"));
    }
}
