using System.Globalization;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>A VPC for others to use: the stack's own, another stack's or one that exists.</summary>
/// <param name="VpcId">The VPC.</param>
/// <param name="CidrBlock">Its addresses, for rules that let the network itself in.</param>
/// <param name="PrivateSubnetIds">At least two, in different zones.</param>
/// <param name="PublicSubnetIds">For what has to be reached from outside; may be empty.</param>
internal sealed record AwsNetworkHandle(
    Input<string> VpcId,
    Input<string> CidrBlock,
    InputList<string> PrivateSubnetIds,
    InputList<string> PublicSubnetIds) : Handle
{
    /// <summary>How many zones have a private subnet; null when the network belongs to a stack of another repository, and then at least two.</summary>
    public int? Zones { get; init; }

    /// <summary>What must be there before private machines can reach anything outside: routes and endpoints. Empty when the network is not the stack's own.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    /// <summary>The private subnets one by one: all of them, or the two that surely exist when nobody here can tell how many there are.</summary>
    public IReadOnlyList<Input<string>> KnownPrivateSubnets => [.. Enumerable.Range(0, Zones ?? 2).Select(PrivateSubnet)];

    /// <summary>One private subnet; 0 and 1 always exist and are in different zones.</summary>
    public Input<string> PrivateSubnet(int index) => PrivateSubnetIds.ToValue() switch
    {
        ListValue list => Input.FromValue<string>(list.Items[index]),
        StackOutputValue whole => whole.Stack.GetStackOutput<string>(string.Create(CultureInfo.InvariantCulture, $"{whole.Output}[{index}]")),
        var other => throw new InvalidOperationException($"Subnets cannot come from a {other.GetType().Name}."),
    };

    public override ValueMap Outputs => new()
    {
        ["vpcId"] = VpcId,
        ["cidrBlock"] = CidrBlock,
        ["privateSubnetIds"] = PrivateSubnetIds,
        ["publicSubnetIds"] = PublicSubnetIds,
    };
}
