using Strata.Aws.Ec2.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>What all launch templates have in common: an encrypted disk, IMDSv2 and tags.</summary>
internal static class AwsMachineDefaults
{
    /// <summary>
    /// The root disk. It is encrypted with the account's key for EBS and not with one of the stack's: a
    /// key of the stack's would have to grant itself to the service-linked roles of Auto Scaling and EC2 Spot, which may not
    /// exist yet, and machines that come and go keep nothing on it.
    /// </summary>
    /// <param name="device">What the image calls it; null for Amazon Linux 2023, and all images for EKS and ECS made from it.</param>
    public static LaunchTemplateBlockDeviceMappingArgs RootDisk(ByteSize size, Input<string>? device = null) => new()
    {
        DeviceName = device ?? "/dev/xvda",
        Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
        {
            VolumeSize = size.WholeGibibytes,
            VolumeType = "gp3",
            Encrypted = "true",
            DeleteOnTermination = "true",
        },
    };

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
