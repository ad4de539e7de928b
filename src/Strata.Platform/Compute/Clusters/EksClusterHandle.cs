using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>An EKS cluster for others to use: the stack's own or another stack's.</summary>
/// <param name="Config">What the stack file says of it; of a shared cluster, what its owner's says.</param>
/// <param name="Provider">The Kubernetes provider that talks to it.</param>
internal sealed record EksClusterHandle(Cluster Config, ProviderResource Provider) : ClusterHandle(Config, Cloud.Aws, Provider)
{
    /// <summary>The cluster's name in EKS, which add-ons, node groups and pod identities are made by.</summary>
    public required Input<string> Name { get; init; }

    public required Input<string> Arn { get; init; }

    /// <summary>The address of the Kubernetes API.</summary>
    public required Input<string> Endpoint { get; init; }

    /// <summary>The certificate that the API identifies itself with, as base 64.</summary>
    public required Input<string> CertificateAuthority { get; init; }

    /// <summary>The Kubernetes version of the control plane; its nodes follow it.</summary>
    public required Input<string> Version { get; init; }

    /// <summary>The security group of the control plane and of all nodes; its members reach each other.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The ARN of the role that nodes of node groups run as.</summary>
    public required Input<string> NodeRoleArn { get; init; }

    /// <summary>The name of the role that Karpenter's nodes run as; null where node groups grow by themselves.</summary>
    public Input<string>? KarpenterNodeRole { get; init; }

    /// <summary>The network the cluster is in, which need not be the stack's own.</summary>
    public required AwsNetworkHandle Network { get; init; }

    /// <summary>Others share it from its owner, not from here.</summary>
    public override ValueMap Outputs => IsShared ? [] : new()
    {
        ["name"] = Name,
        ["arn"] = Arn,
        ["endpoint"] = Endpoint,
        ["issuer"] = Issuer!,
        ["certificateAuthority"] = CertificateAuthority,
        ["version"] = Version,
        ["securityGroupId"] = SecurityGroupId,
        ["nodeRoleArn"] = NodeRoleArn,
        ["karpenterNodeRole"] = KarpenterNodeRole?.Value,
        ["vpcId"] = Network.VpcId,
        ["cidrBlock"] = Network.CidrBlock,
        ["privateSubnetIds"] = Network.PrivateSubnetIds,
        ["publicSubnetIds"] = Network.PublicSubnetIds,
    };
}
