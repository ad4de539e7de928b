using Strata.Aws.Iam;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>What machines of an EKS cluster run as.</summary>
internal static class AwsNodeRole
{
    /// <summary>
    /// To join the cluster, pull images and be reached through Session Manager. The network's policy is not here: the VPC CNI
    /// has a role of its own.
    /// </summary>
    private static readonly string[] Policies =
    [
        "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
        "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ];

    /// <param name="what">Which nodes, in names: <c>nodes</c>.</param>
    public static Role Add(ComponentContext context, string what) => AwsRole.Add(
        context.Scope, context.Expansion, $"{context.Name}-{what}-role", [context.Name, what], PolicyStatement.Trust("ec2.amazonaws.com"), Policies, []);
}
