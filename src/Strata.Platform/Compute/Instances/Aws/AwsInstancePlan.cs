using Strata.Aws.Ec2;
using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>All that is decided about machines on EC2, however many.</summary>
/// <param name="Needed">What must be there before the machines work: rights, and a way out of the network.</param>
internal sealed record AwsInstancePlan(
    Instances Config, ComponentContext Context, MachineType Machine, AwsMachineImage Image, InstanceProfile Profile, SecurityGroup Group, IReadOnlyList<Resource> Needed);
