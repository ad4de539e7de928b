using Strata.Aws.CloudWatch;
using Strata.Aws.Ebs;
using Strata.Aws.Ec2;
using Strata.Aws.Ec2.Inputs;
using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>Machines on EC2: in a private subnet, without a key pair or an open port, reached through Session Manager.</summary>
internal static class AwsMachineWorkspace
{
    public const string HomeDisk = "/dev/sdf";

    public static WorkspaceHandle Expand(MachineWorkspaceConfig config, ComponentContext context)
    {
        var idle = IdleRules.Check(config, context, MachineWorkspace.Title);
        IdleRules.NeedUsers(config, context, MachineWorkspace.Title);
        var aws = context.Expansion.Foundations.Aws;
        var machine = MachineSelection.Choose(context, config.Machine, spot: false, aws.Region, config.SpanOf(nameof(config.Machine))).Machine;
        if (AwsMachineImage.Of(new Instances { Name = config.Name, Machine = config.Machine, Image = config.Image, Mapping = config.Mapping, KeySpan = config.KeySpan }, context, machine) is not { } image)
        {
            throw new ExpansionStoppedException();
        }

        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], PolicyStatement.Trust("ec2.amazonaws.com"),
            ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"], AwsStorageAccess.StatementsFor(context, config, config.Access, nameof(config.Access)));
        var profile = context.Scope.Add(new InstanceProfile(context.Name)
        {
            Name = context.Named(AwsNames.IamInstanceProfile),
            Path = context.Stack.Config.Access.RolePath,
            Role = role.Name,
        });
        var group = AwsEgressGroup.Add(context, aws.Network);
        List<Instance> instances = [];
        foreach (var user in config.Users)
        {
            var instance = context.Scope.Add(Machine(config, context, user, machine.Name, image, profile, group, role, idle));
            AddHome(config, context, user, instance);
            AddAlarm(context, user, instance, idle);
            instances.Add(instance);
        }

        if (instances.Count > 0 && MachineWorkspace.HoursOf(config, idle) is { } hours)
        {
            AwsInstanceSchedule.Add(context, hours, instances);
        }

        var ids = new ValueMap();
        foreach (var (user, instance) in config.Users.Zip(instances))
        {
            ids[user] = instance.Id;
        }

        return new WorkspaceHandle("machine", config, new() { ["instances"] = ids, ["region"] = aws.Region, ["user"] = "ec2-user" }) { UsdPerHour = machine.UsdPerHour };
    }

    private static Instance Machine(
        MachineWorkspaceConfig config, ComponentContext context, string user, string type, AwsMachineImage image, InstanceProfile profile, SecurityGroup group, Role role, Duration? idle)
    {
        var network = context.Expansion.Foundations.Aws.Network;
        var tags = AwsMachineDefaults.TagsOf(context);
        tags["Name"] = $"{context.Stack.Name}-{context.Name}-{user}";
        return new($"{context.Name}-{user}", new ResourceOptions { DependsOn = [.. AwsRights.Of(context, role), .. network.Ready], IgnoreChanges = ["ami"] })
        {
            Ami = image.ForInstance(context),
            InstanceType = type,
            SubnetId = network.PrivateSubnet(0),
            VpcSecurityGroupIds = [group.Id],
            AssociatePublicIpAddress = false,
            IamInstanceProfile = profile.Name,

            // The idle timer shuts the system down; that must not delete the machine.
            InstanceInitiatedShutdownBehavior = "stop",
            MetadataOptions = new InstanceMetadataOptionsArgs { HttpEndpoint = "enabled", HttpTokens = "required", HttpPutResponseHopLimit = 2 },
            UserData = MachineSetup.Script(HomeDisk, idle),
            UserDataReplaceOnChange = false,
            RootBlockDevice = new InstanceRootBlockDeviceArgs
            {
                VolumeSize = config.Disk.WholeGibibytes,
                VolumeType = "gp3",
                Encrypted = true,
                KmsKeyId = AwsMachineDefaults.KeyOf(context),
                DeleteOnTermination = true,
                Tags = tags,
            },
            Tags = tags,
        };
    }

    private static void AddHome(MachineWorkspaceConfig config, ComponentContext context, string user, Instance instance)
    {
        var volume = context.Scope.Add(new Volume($"{context.Name}-{user}-home", context.HoldsData)
        {
            AvailabilityZone = instance.AvailabilityZone,
            Size = config.HomeSize.WholeGibibytes,
            Type = "gp3",
            Encrypted = true,
            KmsKeyId = AwsMachineDefaults.KeyOf(context),
            FinalSnapshot = context.IsProd,
            Tags = AwsMachineDefaults.TagsOf(context),
        });
        context.Scope.Add(new VolumeAttachment($"{context.Name}-{user}-home")
        {
            InstanceId = instance.Id,
            VolumeId = volume.Id,
            DeviceName = HomeDisk,
            StopInstanceBeforeDetaching = true,
        });
    }

    /// <summary>
    /// The net below the timer: a machine whose timer does not run. It sees no GPUs, so it waits four times as long before it stops a
    /// machine whose processor does nothing.
    /// </summary>
    private static void AddAlarm(ComponentContext context, string user, Instance instance, Duration? idle)
    {
        if (idle is null)
        {
            return;
        }

        // CloudWatch looks back a day at most: periods of a quarter of an hour, 96 of them.
        var periods = Math.Clamp((int)(idle.Seconds * 4 / 900), 4, 96);
        context.Scope.Add(new MetricAlarm($"{context.Name}-{user}-idle")
        {
            Name = context.Named(AwsNames.Alarm, user, "idle"),
            AlarmDescription = $"Stops the machine of {user} when its processor does nothing",
            Namespace = "AWS/EC2",
            MetricName = "CPUUtilization",
            Dimensions = new() { ["InstanceId"] = instance.Id },
            Statistic = "Maximum",
            ComparisonOperator = "LessThanThreshold",
            Threshold = 3,
            Period = 900,
            EvaluationPeriods = periods,
            TreatMissingData = "notBreaching",
            AlarmActions = [$"arn:aws:automate:{context.Expansion.Foundations.Aws.Region}:ec2:stop"],
        });
    }
}
