using Strata.Aws.Ec2.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>What all launch templates have in common: an encrypted disk, IMDSv2 and tags.</summary>
internal static class AwsMachineDefaults
{
    /// <summary>The root disk, encrypted with the stack's key for disks: the services that start machines may use it.</summary>
    /// <param name="device">What the image calls it; null for Amazon Linux 2023, and all images for EKS and ECS made from it.</param>
    public static LaunchTemplateBlockDeviceMappingArgs RootDisk(ComponentContext context, ByteSize size, Input<string>? device = null) => new()
    {
        DeviceName = device ?? "/dev/xvda",
        Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
        {
            VolumeSize = size.WholeGibibytes,
            VolumeType = "gp3",
            Encrypted = "true",
            KmsKeyId = KeyOf(context),
            DeleteOnTermination = "true",
        },
    };

    /// <summary>The ARN of the key for disks; null for AWS' own.</summary>
    public static Input<string>? KeyOf(ComponentContext context) => context.Expansion.Foundations.Aws.Keys.ArnFor("disks");

    /// <summary>Only with a session token, and not from containers where one hop is allowed.</summary>
    /// <param name="hops">2 lets containers in, as the ECS agent's tasks on a bridge network need.</param>
    public static LaunchTemplateMetadataOptionsArgs Metadata(int hops) => new()
    {
        HttpEndpoint = "enabled",
        HttpTokens = "required",
        HttpPutResponseHopLimit = hops,
    };

    /// <summary>The stack's tags for what the template launches: the provider's default tags reach the template only.</summary>
    public static InputList<LaunchTemplateTagSpecificationArgs> TagSpecifications(ComponentContext context) =>
    [
        .. new[] { "instance", "volume", "network-interface" }
            .Select(type => (Input<LaunchTemplateTagSpecificationArgs>)new LaunchTemplateTagSpecificationArgs { ResourceType = type, Tags = TagsOf(context) }),
    ];

    /// <summary>The stack's tags, and the component and name that people look for in the console.</summary>
    public static InputMap<string> TagsOf(ComponentContext context)
    {
        var tags = Tags.ToInput(Tags.Of(context.Stack));
        tags["component"] = context.Name;
        tags["Name"] = $"{context.Stack.Name}-{context.Name}";
        return tags;
    }
}
