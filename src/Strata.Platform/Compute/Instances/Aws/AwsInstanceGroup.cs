using Strata.Aws.AutoScaling.Inputs;
using Strata.Aws.Ec2;
using Strata.Aws.Ec2.Inputs;
using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>Machines of the same shape that come and go with their load.</summary>
internal static class AwsInstanceGroup
{
    /// <summary>The average processor load, in percent, that the group is kept at.</summary>
    private const int TargetLoad = 60;

    public static AwsInstancesHandle Add(AwsInstancePlan plan, Role role)
    {
        var (config, context) = (plan.Config, plan.Context);
        var template = Template(plan);
        var group = context.Scope.Add(new Aws.AutoScaling.Group(context.Name, new ResourceOptions { DependsOn = plan.Needed, IgnoreChanges = ["desiredCapacity"] })
        {
            NamePrefix = context.PrefixFor(AwsNames.AutoScalingGroup),
            MinSize = config.Min,
            MaxSize = config.Max,
            DesiredCapacity = config.Min,
            VpcZoneIdentifiers = context.Expansion.Foundations.Aws.Network.PrivateSubnetIds,
            HealthCheckType = "EC2",
            HealthCheckGracePeriod = 300,
            CapacityRebalance = config.Spot ? true : null,
            ForceDelete = !context.IsProd,
            LaunchTemplate = config.Spot ? null : new GroupLaunchTemplateArgs { Id = template.Id, Version = template.LatestVersion },
            MixedInstancesPolicy = config.Spot ? Mixed(plan, template) : null,
            InstanceRefresh = new GroupInstanceRefreshArgs
            {
                Strategy = "Rolling",
                Preferences = new GroupInstanceRefreshPreferencesArgs { MinHealthyPercentage = 50 },
            },
            Tags = [.. AwsMachineDefaults.TagsOf(context).Select(tag => (Input<GroupTagArgs>)new GroupTagArgs { Key = tag.Key, Value = tag.Value, PropagateAtLaunch = false })],
        });
        if (config.Min < config.Max)
        {
            context.Scope.Add(Follow(context.Name, group));
        }

        if (config.OffHours is { } offHours)
        {
            AwsGroupSchedule.Add(plan, offHours, group);
        }

        return new AwsInstancesHandle(config, role.Name) { Group = group.Name };
    }

    private static LaunchTemplate Template(AwsInstancePlan plan) => plan.Context.Scope.Add(new LaunchTemplate(plan.Context.Name)
    {
        NamePrefix = plan.Context.PrefixFor(AwsNames.LaunchTemplate),
        UpdateDefaultVersion = true,
        ImageId = plan.Image.ForTemplate,
        InstanceType = plan.Machine.Name,
        IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = plan.Profile.Arn },
        NetworkInterfaces =
        [
            new LaunchTemplateNetworkInterfaceArgs { DeviceIndex = 0, AssociatePublicIpAddress = "false", DeleteOnTermination = "true", SecurityGroups = [plan.Group.Id] },
        ],
        BlockDeviceMappings = [AwsMachineDefaults.RootDisk(plan.Context, plan.Config.Disk, plan.Image.RootDevice(plan.Context))],
        MetadataOptions = AwsMachineDefaults.Metadata(hops: 2),
        TagSpecifications = AwsMachineDefaults.TagSpecifications(plan.Context),
    });

    /// <summary>Only spot, of whichever type has spare capacity at a good price.</summary>
    private static GroupMixedInstancesPolicyArgs Mixed(AwsInstancePlan plan, LaunchTemplate template) => new()
    {
        InstancesDistribution = new GroupMixedInstancesPolicyInstancesDistributionArgs
        {
            OnDemandBaseCapacity = 0,
            OnDemandPercentageAboveBaseCapacity = 0,
            SpotAllocationStrategy = "price-capacity-optimized",
        },
        LaunchTemplate = new GroupMixedInstancesPolicyLaunchTemplateArgs
        {
            LaunchTemplateSpecification = new GroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationArgs { LaunchTemplateId = template.Id, Version = template.LatestVersion },
            Overrides = [.. AwsMachineTypes.For(plan.Config.Machine, plan.Machine, spot: true, plan.Context.Expansion.Foundations.Aws.Region).Select(type =>
                (Input<GroupMixedInstancesPolicyLaunchTemplateOverrideArgs>)new GroupMixedInstancesPolicyLaunchTemplateOverrideArgs { InstanceType = type })],
        },
    };

    private static Aws.AutoScaling.Policy Follow(string name, Aws.AutoScaling.Group group) => new(name)
    {
        AutoscalingGroupName = group.Name,
        PolicyType = "TargetTrackingScaling",
        EstimatedInstanceWarmup = 300,
        TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
        {
            PredefinedMetricSpecification = new PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs { PredefinedMetricType = "ASGAverageCPUUtilization" },
            TargetValue = TargetLoad,
        },
    };
}
