using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>
/// What the load balancer controller may do: the project's own policy (docs/install/iam_policy.json of v3.5.0) without Cognito, WAF,
/// Shield and Outposts, and for load balancers and security groups of this cluster only, where that one says of any cluster.
/// </summary>
internal static class AwsLoadBalancerPolicy
{
    private const string Tag = "elbv2.k8s.aws/cluster";
    private const string TargetGroups = "arn:aws:elasticloadbalancing:*:*:targetgroup/*/*";
    private const string SecurityGroups = "arn:aws:ec2:*:*:security-group/*";

    private static readonly string[] LoadBalancers = ["arn:aws:elasticloadbalancing:*:*:loadbalancer/net/*/*", "arn:aws:elasticloadbalancing:*:*:loadbalancer/app/*/*"];

    private static readonly string[] Listeners =
    [
        "arn:aws:elasticloadbalancing:*:*:listener/net/*/*/*", "arn:aws:elasticloadbalancing:*:*:listener/app/*/*/*",
        "arn:aws:elasticloadbalancing:*:*:listener-rule/net/*/*/*", "arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*",
    ];

    public static IReadOnlyList<PolicyStatement> For(Input<string> cluster)
    {
        ValueMap asked = new() { [$"aws:RequestTag/{Tag}"] = cluster };
        ValueMap owned = new() { [$"aws:ResourceTag/{Tag}"] = cluster };
        return
        [
            new(["iam:CreateServiceLinkedRole"], ["*"]) { Condition = Equal(new() { ["iam:AWSServiceName"] = "elasticloadbalancing.amazonaws.com" }) },
            new(
                [
                    "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones", "ec2:DescribeInstances",
                    "ec2:DescribeInternetGateways", "ec2:DescribeNetworkInterfaces", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSubnets", "ec2:DescribeTags", "ec2:DescribeVpcPeeringConnections", "ec2:DescribeVpcs", "ec2:GetSecurityGroupsForVpc",
                    "elasticloadbalancing:Describe*", "acm:DescribeCertificate", "acm:ListCertificates",
                ],
                ["*"]) { Sid = "Look" },

            // Rules of the nodes' own security group, which has no tag of the controller's.
            new(["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"], [SecurityGroups]) { Sid = "OpenNodes" },
            new(["ec2:CreateSecurityGroup"], [SecurityGroups, "arn:aws:ec2:*:*:vpc/*"]) { Sid = "CreateSecurityGroups" },
            new(["ec2:CreateTags"], [SecurityGroups])
            {
                Sid = "TagNewSecurityGroups",
                Condition = Equal(new() { ["ec2:CreateAction"] = "CreateSecurityGroup", [$"aws:RequestTag/{Tag}"] = cluster }),
            },
            new(["ec2:CreateTags", "ec2:DeleteTags"], [SecurityGroups]) { Sid = "TagSecurityGroups", Condition = OwnedAndKept(owned) },
            new(["ec2:DeleteSecurityGroup"], [SecurityGroups]) { Sid = "DeleteSecurityGroups", Condition = Equal(owned) },
            new(["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"], ["*"]) { Sid = "Create", Condition = Equal(asked) },
            new(
                [
                    "elasticloadbalancing:CreateListener", "elasticloadbalancing:DeleteListener", "elasticloadbalancing:CreateRule",
                    "elasticloadbalancing:DeleteRule", "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyListenerAttributes",
                    "elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:RemoveListenerCertificates", "elasticloadbalancing:ModifyRule",
                    "elasticloadbalancing:SetRulePriorities",
                ],
                ["*"]) { Sid = "Listen" },
            new(["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], [TargetGroups, .. Arns(LoadBalancers)]) { Sid = "Tag", Condition = OwnedAndKept(owned) },
            new(["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], [.. Arns(Listeners)]) { Sid = "TagListeners" },
            new(["elasticloadbalancing:AddTags"], [TargetGroups, .. Arns(LoadBalancers)])
            {
                Sid = "TagNew",
                Condition = Equal(new()
                {
                    ["elasticloadbalancing:CreateAction"] = Value.List("CreateTargetGroup", "CreateLoadBalancer"),
                    [$"aws:RequestTag/{Tag}"] = cluster,
                }),
            },
            new(
                [
                    "elasticloadbalancing:ModifyLoadBalancerAttributes", "elasticloadbalancing:SetIpAddressType", "elasticloadbalancing:SetSecurityGroups",
                    "elasticloadbalancing:SetSubnets", "elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:ModifyTargetGroup",
                    "elasticloadbalancing:ModifyTargetGroupAttributes", "elasticloadbalancing:DeleteTargetGroup", "elasticloadbalancing:ModifyCapacityReservation",
                ],
                ["*"]) { Sid = "Change", Condition = Equal(owned) },
            new(["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], [TargetGroups]) { Sid = "Register" },
        ];
    }

    private static ValueMap Equal(ValueMap keys) => new() { ["StringEquals"] = keys };

    /// <summary>The cluster's own, and without changing whose it is.</summary>
    private static ValueMap OwnedAndKept(ValueMap owned) =>
        new() { ["StringEquals"] = owned, ["Null"] = new ValueMap { [$"aws:RequestTag/{Tag}"] = "true" } };

    private static IEnumerable<Input<string>> Arns(IEnumerable<string> arns) => arns.Select(arn => (Input<string>)arn);
}
