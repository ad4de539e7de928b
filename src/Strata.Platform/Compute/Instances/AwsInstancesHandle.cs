using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>Machines on EC2 for others to use.</summary>
/// <param name="Role">The name of the role they run as, for further policies.</param>
internal sealed record AwsInstancesHandle(Instances Config, Input<string> Role) : Handle
{
    /// <summary>The machine's id; null for a group.</summary>
    public Input<string>? Id { get; init; }

    /// <summary>The machine's address in the network; null for a group.</summary>
    public Input<string>? PrivateIp { get; init; }

    /// <summary>The name of the Auto Scaling group; null for a single machine.</summary>
    public Input<string>? Group { get; init; }

    public override ValueMap Outputs => new()
    {
        ["role"] = Role,
        ["id"] = Id?.Value,
        ["privateIp"] = PrivateIp?.Value,
        ["group"] = Group?.Value,
    };
}
