using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>Private subnets as single values, for what takes no list.</summary>
internal static class AwsSubnets
{
    /// <param name="otherwise">How many to take when the list is another stack's output, whose length nobody knows before.</param>
    public static IReadOnlyList<Input<string>> OneByOne(AwsNetworkHandle network, int otherwise)
    {
        var count = network.PrivateSubnetIds.ToValue() is ListValue list ? list.Items.Length : otherwise;
        return [.. Enumerable.Range(0, count).Select(network.PrivateSubnet)];
    }
}
