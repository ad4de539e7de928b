using System.ComponentModel;
using Strata.Aws.Ec2;
using Strata.Aws.Iam;
using Strata.Aws.Sagemaker;
using Strata.Aws.Sagemaker.Inputs;
using Strata.Aws.Vpc;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>SageMaker Studio: a domain in the stack's network, and a profile with a private space for each user.</summary>
public sealed record StudioConfig : WorkspaceConfig
{
    [Description("The instance that notebooks start on; people may choose others of 'instances'.")]
    [Pattern("^ml\\.[a-z0-9-]+\\.[a-z0-9]+$", "a SageMaker instance type, such as ml.t3.medium")]
    public string Instance { get; init; } = "ml.t3.medium";

    [Description("The instance types that people may start. Those of 'instance' and small ones of general use when empty.")]
    [Pattern("^ml\\.[a-z0-9-]+\\.[a-z0-9]+$", "a SageMaker instance type, such as ml.g5.xlarge")]
    public IReadOnlyList<string> Instances { get; init; } = [];

    [Description("How much each space holds.")]
    public ByteSize SpaceSize { get; init; } = ByteSize.FromGibibytes(20);

    [Description("The storage that notebooks may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();
}

/// <summary>Studio is a service of AWS.</summary>
internal static class Studio
{
    private const string Title = "SageMaker Studio";
    private const string OnlyAws = "SageMaker Studio is a service of AWS.";

    // https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-idle-shutdown.html: 60 to 525,600 minutes.
    private static readonly Duration Least = Duration.FromMinutes(60);
    private static readonly Duration Most = Duration.FromMinutes(525_600);

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<StudioConfig>("workspaces", "sagemaker-studio", "strata:workspace:SageMakerStudio", new EngineFacts(
            Title,
            Maturity.Stable,
            "service",
            null,
            new("https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated.html", "2026-11-26")))
        .Managed<StudioConfig>(Cloud.Aws, Expand)
        .RefuseSelfHosted(Cloud.Aws, "Studio is a service, and there is no software to run oneself.", "Use engine: jupyterhub, which runs on a cluster, or remove 'managed'.")
        .RefuseBoth(Cloud.Gcp, OnlyAws, "Use engine: vertex-workbench, which is Google Cloud's counterpart.")
        .RefuseBoth(Cloud.Kubernetes, OnlyAws, "Use engine: jupyterhub, which runs on any cluster.");

    private static WorkspaceHandle Expand(StudioConfig config, ComponentContext context)
    {
        var idle = IdleRules.Check(config, context, Title, Least, Most);
        IdleRules.NeedUsers(config, context, Title);
        var aws = context.Expansion.Foundations.Aws;
        var role = AddRole(config, context);
        var group = AddGroup(context);
        var domain = context.Scope.Add(new Domain(context.Name, context.HoldsData with { DependsOn = [.. AwsRights.Of(context, role), .. aws.Network.Ready] })
        {
            DomainName = context.Named(AwsNames.SageMaker),
            AuthMode = "IAM",
            VpcId = aws.Network.VpcId,
            SubnetIds = [.. aws.Network.KnownPrivateSubnets],
            AppNetworkAccessType = "VpcOnly",
            KmsKeyId = aws.Keys.ArnFor("storage"),
            TagPropagation = "ENABLED",
            RetentionPolicy = new DomainRetentionPolicyArgs { HomeEfsFileSystem = context.IsProd ? "Retain" : "Delete" },
            DefaultUserSettings = StudioSettings.Of(config, role, group, idle),
            DefaultSpaceSettings = StudioSettings.OfShared(config, role, group, idle),
        });
        foreach (var user in config.Users)
        {
            var profile = context.Scope.Add(new UserProfile($"{context.Name}-{user}") { DomainId = domain.Id, UserProfileName = user });
            context.Scope.Add(new Space($"{context.Name}-{user}", context.HoldsData)
            {
                DomainId = domain.Id,
                SpaceName = $"{user}-notebooks",
                OwnershipSettings = new SpaceOwnershipSettingsArgs { OwnerUserProfileName = profile.UserProfileName },
                SpaceSharingSettings = new SpaceSpaceSharingSettingsArgs { SharingType = "Private" },
                SpaceSettings = new SpaceSpaceSettingsArgs
                {
                    AppType = "JupyterLab",
                    SpaceStorageSettings = new() { EbsStorageSettings = new() { EbsVolumeSizeInGb = config.SpaceSize.WholeGibibytes } },
                },
            });
        }

        return new WorkspaceHandle("sagemaker-studio", config, new() { ["domainId"] = domain.Id, ["url"] = domain.GetOutput<string>("url"), ["roleArn"] = role.Arn });
    }

    private static Role AddRole(StudioConfig config, ComponentContext context)
    {
        var aws = context.Expansion.Foundations.Aws;
        var studio = Output.Format($"arn:aws:sagemaker:{aws.Region}:{aws.AccountId}");
        string[] instances = config.Instances.Count > 0 ? [.. config.Instances.Append(config.Instance).Append("system").Distinct()] : [config.Instance, "system", "ml.t3.*", "ml.m5.large", "ml.m5.xlarge"];
        return AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], PolicyStatement.Trust("sagemaker.amazonaws.com") with { Actions = ["sts:AssumeRole", "sts:SetSourceIdentity"] }, [],
            [
                .. AwsStorageAccess.StatementsFor(context, config, config.Access, nameof(config.Access)),
                new PolicyStatement(["sagemaker:CreateApp", "sagemaker:DeleteApp"], [Output.Format($"{studio}:app/*")])
                {
                    // What a larger machine costs is decided here and not in the notebook.
                    Condition = new ValueMap { ["ForAnyValue:StringLike"] = new ValueMap { ["sagemaker:InstanceTypes"] = Value.List(instances.Select(type => (Value)type)) } },
                },
                new PolicyStatement(
                    ["sagemaker:DescribeApp", "sagemaker:DescribeDomain", "sagemaker:DescribeSpace", "sagemaker:DescribeUserProfile", "sagemaker:UpdateSpace", "sagemaker:CreatePresignedDomainUrl"],
                    [Output.Format($"{studio}:*")]),
                new PolicyStatement(["sagemaker:ListApps", "sagemaker:ListDomains", "sagemaker:ListSpaces", "sagemaker:ListUserProfiles"], ["*"]), // Lists take no resource.
                new PolicyStatement(
                    ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
                    [Output.Format($"arn:aws:logs:{aws.Region}:{aws.AccountId}:log-group:/aws/sagemaker/studio*")]),
            ]);
    }

    /// <summary>Notebooks reach the domain's home file system and each other's kernels within the group (SageMaker developer guide, "VPC only").</summary>
    private static SecurityGroup AddGroup(ComponentContext context)
    {
        var group = AwsEgressGroup.Add(context, context.Expansion.Foundations.Aws.Network);
        foreach (var (from, to) in new[] { (2049, 2049), (8192, 65_535) })
        {
            context.Scope.Add(new SecurityGroupIngressRule(FormattableString.Invariant($"{context.Name}-itself-{from}"))
            {
                SecurityGroupId = group.Id,
                ReferencedSecurityGroupId = group.Id,
                IpProtocol = "tcp",
                FromPort = from,
                ToPort = to,
                Description = "Studio's parts among themselves",
            });
        }

        return group;
    }
}
