using Strata.Aws.Ec2;
using Strata.Aws.Iam;
using Strata.Aws.Vpc;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.ModelStores;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Schedulers;

/// <summary>Slurm by AWS Parallel Computing Service: AWS runs the controller, machines are started for jobs, and people sign in through Session Manager.</summary>
/// <remarks>The provider has no resources of the service, so a CloudFormation stack makes them.</remarks>
internal static class AwsSlurm
{
    /// <summary>The service takes machines only of roles and profiles whose names begin like this (docs.aws.amazon.com/pcs/latest/userguide/security-instance-profiles_create.html, read 2026-11-26).</summary>
    private const string Prefix = "AWSPCS-";

    public static SlurmHandle Expand(SlurmConfig config, ComponentContext context)
    {
        const string Where = "Remove it, or set 'managed: false' to run Slurm on the stack's cluster";
        ManagedOptions.Refuse(
            context, config, "AWS starts machines of its own for jobs, and they mount what their image mounts", Where,
            nameof(config.Cluster), nameof(config.Pools), nameof(config.Nodes), nameof(config.Homes), nameof(config.SshKeys));
        foreach (var (name, queue) in config.Queues.Where(queue => queue.Value.Min > queue.Value.Max))
        {
            context.Diagnostics.Add(JobEngineErrors.MinAboveMax(queue.SpanOf(nameof(queue.Min)), config.Name, name, queue.Min, queue.Max));
        }

        var aws = context.Expansion.Foundations.Aws;
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Storage, nameof(config.Storage));
        var (profile, rights) = AddProfile(config, context, store);
        var group = AddGroup(context, aws.Network);
        var template = context.Scope.Add(new LaunchTemplate(context.Name)
        {
            NamePrefix = context.PrefixFor(AwsNames.LaunchTemplate),
            UpdateDefaultVersion = true,
            VpcSecurityGroupIds = [group.Id],
            BlockDeviceMappings = [AwsMachineDefaults.RootDisk(context, ByteSize.FromGibibytes(100), "/dev/sda1")],
            MetadataOptions = AwsMachineDefaults.Metadata(hops: 2),
            TagSpecifications = AwsMachineDefaults.TagSpecifications(context),
        });
        var cluster = context.Named(AwsNames.PcsCluster);
        var stack = context.Scope.Add(new Aws.CloudFormation.Stack($"{context.Name}-stack", new ResourceOptions { DependsOn = [.. rights, .. aws.Network.Ready] })
        {
            Name = context.Named(AwsNames.PcsCluster),
            TemplateBody = new AwsSlurmTemplate(config, context, cluster, profile, group, template).Text,
            OnFailure = "ROLLBACK",
        });
        return new SlurmHandle(new() { ["cluster"] = cluster, ["stack"] = stack.Name, ["loginGroup"] = AwsSlurmTemplate.Login }, [.. AwsSlurmTemplate.QueuesOf(config).Keys], store.Url);
    }

    private static (InstanceProfile Profile, IReadOnlyList<Resource> Rights) AddProfile(SlurmConfig config, ComponentContext context, ObjectStoreHandle store)
    {
        var access = context.Stack.Config.Access;
        var role = context.Scope.Add(new Role($"{context.Name}-role")
        {
            Name = Prefix + context.Named(AwsNames.IamRole with { MaxLength = 64 - Prefix.Length }),
            Path = access.RolePath,
            PermissionsBoundary = access.PermissionsBoundary,
            AssumeRolePolicy = PolicyDocument.Of(PolicyStatement.Trust("ec2.amazonaws.com")),
        });
        context.Scope.Add(new RolePolicyAttachment($"{context.Name}-role-AmazonSSMManagedInstanceCore") { Role = role.Name, PolicyArn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" });
        context.Scope.Add(new RolePolicy($"{context.Name}-role-policy")
        {
            Role = role.Id,
            Policy = PolicyDocument.Of(
            [
                new PolicyStatement(["pcs:RegisterComputeNodeGroupInstance"], ["*"]),
                .. StorageGrants.Of(context, config, config.Access, new StorageGrant(store, AccessLevel.Write, "results")).SelectMany(grant => grant.Storage.StatementsFor(grant.Level)),
                .. MlflowRights.OfRuns(context.Expansion),
            ]),
        });
        var profile = context.Scope.Add(new InstanceProfile(context.Name)
        {
            Name = Prefix + context.Named(AwsNames.IamInstanceProfile with { MaxLength = 128 - Prefix.Length }),
            Path = access.RolePath,
            Role = role.Name,
        });
        return (profile, AwsRights.Of(context, role));
    }

    /// <summary>Controller and machines talk to each other on many ports, and to nobody else from outside.</summary>
    private static SecurityGroup AddGroup(ComponentContext context, AwsNetworkHandle network)
    {
        var group = AwsEgressGroup.Add(context, network);
        context.Scope.Add(new SecurityGroupIngressRule($"{context.Name}-each-other") { SecurityGroupId = group.Id, ReferencedSecurityGroupId = group.Id, IpProtocol = "-1", Description = "Slurm between its own machines" });
        return group;
    }
}
