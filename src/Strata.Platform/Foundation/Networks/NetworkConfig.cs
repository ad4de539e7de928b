using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Foundation;

/// <summary>A network of the stack's own, another stack's, or one that exists. One of the stack's own is made when something needs it, or the file has a network section.</summary>
public sealed record NetworkConfig : ConfigRecord
{
    [Description("The stack that owns the network, instead of one of its own.")]
    public StackSource? From { get; init; }

    [Description("A network that exists already, instead of one of its own.")]
    public ExistingNetwork? Existing { get; init; }

    [Description("The network's addresses. Must not overlap networks it is to be peered with.")]
    public Cidr Cidr { get; init; } = new(0x0A000000, 16);

    [Description("In how many availability zones subnets are made.")]
    [Bounds(2, 3)]
    [PerEnvironment("2", "3")]
    public int Zones { get; init; }

    [Description("How private subnets reach the internet.")]
    [PerEnvironment("single", "per-zone", Staging = "single")]
    public NatGateways Nat { get; init; }

    [Description("Private endpoints for the cloud's own services, so that traffic to them never takes the NAT gateway. Billed by the hour and zone on AWS.")]
    [PerEnvironment("false", "true", Staging = "false")]
    public bool PrivateEndpoints { get; init; }

    [Description("Keep a log of all connections.")]
    [PerEnvironment("false", "true")]
    public bool FlowLogs { get; init; }

    /// <summary>True when the file asks for a network whether or not anything in the stack needs one: to share it, say.</summary>
    internal bool IsAskedFor => Mapping is not null && From is null && Existing is null;
}

/// <summary>How private subnets reach the internet.</summary>
public enum NatGateways
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Through one gateway: cheaper, gone when its zone is.</summary>
    Single,

    /// <summary>Through one gateway in each zone.</summary>
    PerZone,
}
