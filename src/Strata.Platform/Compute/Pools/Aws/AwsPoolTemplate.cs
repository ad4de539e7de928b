using Strata.Aws.Ec2;
using Strata.Aws.Ec2.Inputs;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>The launch template of a node group: disk, network cards, placement and reservation.</summary>
internal static class AwsPoolTemplate
{
    public static LaunchTemplate Add(AwsPoolPlan plan)
    {
        var (config, context) = (plan.Config, plan.Context);
        var fabric = config.Compact && plan.Machine.EfaInterfaces > 0 ? AwsFabric.InterfacesFor(plan) : null;
        var placement = config.Compact ? AwsFabric.PlacementGroup(context) : null;
        var block = AwsNodeGroupPool.IsBlock(plan);
        return context.Scope.Add(new LaunchTemplate(context.Name)
        {
            NamePrefix = context.PrefixFor(AwsNames.LaunchTemplate),
            UpdateDefaultVersion = true,
            InstanceType = block ? plan.Machine.Name : null,
            InstanceMarketOptions = block ? new LaunchTemplateInstanceMarketOptionsArgs { MarketType = "capacity-block" } : null,
            CapacityReservationSpecification = config.Reservation is { } reservation ? Reserved(reservation) : null,
            Placement = placement is null ? null : new LaunchTemplatePlacementArgs { GroupName = placement.Name },
            NetworkInterfaces = fabric,
            BlockDeviceMappings = [AwsMachineDefaults.RootDisk(context, config.Disk)],
            MetadataOptions = AwsMachineDefaults.Metadata(hops: 1),
            TagSpecifications = AwsMachineDefaults.TagSpecifications(context),
        });
    }

    private static LaunchTemplateCapacityReservationSpecificationArgs Reserved(string reservation) => new()
    {
        CapacityReservationTarget = new LaunchTemplateCapacityReservationSpecificationCapacityReservationTargetArgs { CapacityReservationId = reservation },
    };
}
