using Strata.Aws.Ec2;
using Strata.Aws.Ec2.Inputs;
using Strata.Aws.Iam;
using Strata.Graph;

namespace Strata.Platform.Compute;

/// <summary>One machine that keeps its disk when it is stopped.</summary>
internal static class AwsSingleInstance
{
    public static AwsInstancesHandle Add(AwsInstancePlan plan, Role role)
    {
        var (config, context) = (plan.Config, plan.Context);

        // A newer image is for new machines; this one has things on its disk.
        var instance = context.Scope.Add(new Instance(context.Name, new ResourceOptions { DependsOn = plan.Needed, IgnoreChanges = ["ami"] })
        {
            Ami = plan.Image.ForInstance(context),
            InstanceType = plan.Machine.Name,
            SubnetId = context.Expansion.Foundations.Aws.Network.PrivateSubnet(0),
            VpcSecurityGroupIds = [plan.Group.Id],
            AssociatePublicIpAddress = false,
            IamInstanceProfile = plan.Profile.Name,
            InstanceInitiatedShutdownBehavior = "stop",
            
            // Spot cannot be protected: AWS itself may want it back.
            DisableApiTermination = context.IsProd && !config.Spot,
            InstanceMarketOptions = config.Spot ? Spot : null,
            MetadataOptions = new InstanceMetadataOptionsArgs { HttpEndpoint = "enabled", HttpTokens = "required", HttpPutResponseHopLimit = 2 },
            RootBlockDevice = new InstanceRootBlockDeviceArgs
            {
                VolumeSize = config.Disk.WholeGibibytes,
                VolumeType = "gp3",
                Encrypted = true,
                KmsKeyId = AwsMachineDefaults.KeyOf(context),
                DeleteOnTermination = true,
                Tags = AwsMachineDefaults.TagsOf(context),
            },
            Tags = AwsMachineDefaults.TagsOf(context),
        });
        if (config.OffHours is { } offHours)
        {
            AwsInstanceSchedule.Add(context, offHours, instance);
        }

        return new AwsInstancesHandle(config, role.Name) { Id = instance.Id, PrivateIp = instance.PrivateIp };
    }

    /// <summary>It is stopped when the capacity is wanted back, and starts again when there is some: only a persistent request can.</summary>
    private static InstanceInstanceMarketOptionsArgs Spot => new()
    {
        MarketType = "spot",
        SpotOptions = new InstanceInstanceMarketOptionsSpotOptionsArgs { SpotInstanceType = "persistent", InstanceInterruptionBehavior = "stop" },
    };
}
