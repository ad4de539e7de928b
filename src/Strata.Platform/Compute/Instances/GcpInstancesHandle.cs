using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>Machines on Google Cloud: one, or a group of the same.</summary>
/// <param name="Name">The machine's name, or the group's.</param>
/// <param name="Location">The machine's zone, or the group's region.</param>
/// <param name="Account">The address of the account that what runs on them acts as.</param>
internal sealed record GcpInstancesHandle(Input<string> Name, Input<string> Location, Input<string> Account) : Handle
{
    public override ValueMap Outputs => new() { ["name"] = Name, ["location"] = Location, ["serviceAccount"] = Account };
}
