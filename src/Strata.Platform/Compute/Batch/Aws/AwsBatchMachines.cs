using Strata.Aws.Batch;
using Strata.Aws.Batch.Inputs;
using Strata.Aws.Ec2;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>The compute environments of a queue: spot and, when that has no machines, on demand.</summary>
internal sealed class AwsBatchMachines(Batch config, ComponentContext context, MachineType machine, AwsBatchRoles roles)
{
    private readonly string _region = context.Expansion.Foundations.Aws.Region;

    /// <summary>In the order a queue tries them.</summary>
    public IReadOnlyList<ComputeEnvironment> Add()
    {
        var group = AwsEgressGroup.Add(context, context.Expansion.Foundations.Aws.Network);
        var template = context.Scope.Add(new LaunchTemplate(context.Name)
        {
            NamePrefix = context.PrefixFor(AwsNames.LaunchTemplate),
            UpdateDefaultVersion = true,
            BlockDeviceMappings = [AwsMachineDefaults.RootDisk(context, config.Disk)],
            MetadataOptions = AwsMachineDefaults.Metadata(hops: 2),
            TagSpecifications = AwsMachineDefaults.TagSpecifications(context),
        });
        return config.Spot ? [Environment("spot", group, template), Environment("ondemand", group, template)] : [Environment("ondemand", group, template)];
    }

    private ComputeEnvironment Environment(string what, SecurityGroup group, LaunchTemplate template)
    {
        var spot = what == "spot";
        var options = new ResourceOptions { DependsOn = [.. AwsRights.Of(context, roles.Machine), .. context.Expansion.Foundations.Aws.Network.Ready], IgnoreChanges = ["computeResources.desiredVcpus"] };
        return context.Scope.Add(new ComputeEnvironment($"{context.Name}-{what}", options)
        {
            NamePrefix = context.PrefixFor(AwsNames.Batch, what),
            Type = "MANAGED",
            State = "ENABLED",
            ComputeResources = new ComputeEnvironmentComputeResourcesArgs
            {
                Type = spot ? "SPOT" : "EC2",
                AllocationStrategy = spot ? "SPOT_PRICE_CAPACITY_OPTIMIZED" : "BEST_FIT_PROGRESSIVE",
                MinVcpus = 0,
                MaxVcpus = config.Max * machine.Cpu,
                InstanceTypes = [.. AwsMachineTypes.For(config.Machine, machine, spot, _region).Select(type => (Input<string>)type)],
                Ec2Configurations = [new ComputeEnvironmentComputeResourcesEc2ConfigurationArgs { ImageType = NodeImages.BatchImageType(machine) }],
                InstanceRole = roles.Profile.Arn,
                LaunchTemplate = new ComputeEnvironmentComputeResourcesLaunchTemplateArgs { LaunchTemplateId = template.Id, Version = template.LatestVersion },
                SecurityGroupIds = [group.Id],
                Subnets = context.Expansion.Foundations.Aws.Network.PrivateSubnetIds,
            },
            UpdatePolicy = new ComputeEnvironmentUpdatePolicyArgs { JobExecutionTimeoutMinutes = 60, TerminateJobsOnUpdate = false },
        });
    }
}
