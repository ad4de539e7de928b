using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>
/// What Karpenter's controller may do, as its own project grants it (the getting-started template of v1.14): start machines that it
/// tags as this cluster's, and change only what carries that tag.
/// </summary>
internal static class AwsKarpenterPolicy
{
    private const string Pool = "karpenter.sh/nodepool";
    private const string NodeClass = "karpenter.k8s.aws/ec2nodeclass";
    private const string Profiles = "arn:aws:iam::*:instance-profile/*";

    public static IReadOnlyList<PolicyStatement> For(string cluster, string region, Input<string> nodeRole, Input<string> queue)
    {
        var owned = $"kubernetes.io/cluster/{cluster}";
        ValueMap requested = new() { [$"aws:RequestTag/{owned}"] = "owned", ["aws:RequestTag/eks:eks-cluster-name"] = cluster };
        return
        [
            new(["ec2:RunInstances", "ec2:CreateFleet"], [.. Ec2(region, "image", "snapshot", "security-group", "subnet", "capacity-reservation", "placement-group")]) { Sid = "Use" },
            new(["ec2:RunInstances", "ec2:CreateFleet"], [.. Ec2(region, "launch-template")]) { Sid = "UseTemplates", Condition = Of(Tagged(owned), $"aws:ResourceTag/{Pool}") },
            new(["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"], [.. Created(region)]) { Sid = "Create", Condition = Of(requested, $"aws:RequestTag/{Pool}") },
            new(["ec2:CreateTags"], [.. Created(region)])
            {
                Sid = "TagNew",
                Condition = Of(With(requested, "ec2:CreateAction", Value.List("RunInstances", "CreateFleet", "CreateLaunchTemplate")), $"aws:RequestTag/{Pool}"),
            },
            new(["ec2:CreateTags"], [.. Ec2(region, "instance")])
            {
                Sid = "TagInstances",
                Condition = new ValueMap
                {
                    ["StringEquals"] = Tagged(owned),
                    ["StringLike"] = new ValueMap { [$"aws:ResourceTag/{Pool}"] = "*" },
                    ["StringEqualsIfExists"] = new ValueMap { ["aws:RequestTag/eks:eks-cluster-name"] = cluster },
                    ["ForAllValues:StringEquals"] = new ValueMap { ["aws:TagKeys"] = Value.List("eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name") },
                },
            },
            new(["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"], [.. Ec2(region, "instance", "launch-template")]) { Sid = "Delete", Condition = Of(Tagged(owned), $"aws:ResourceTag/{Pool}") },
            new(["iam:PassRole"], [nodeRole]) { Sid = "PassNodeRole", Condition = new() { ["StringEquals"] = new ValueMap { ["iam:PassedToService"] = "ec2.amazonaws.com" } } },
            new(["iam:CreateInstanceProfile"], [Profiles]) { Sid = "CreateProfiles", Condition = Of(With(requested, "aws:RequestTag/topology.kubernetes.io/region", region), $"aws:RequestTag/{NodeClass}") },
            new(["iam:TagInstanceProfile"], [Profiles])
            {
                Sid = "TagProfiles",
                Condition = Of(
                    With(With(With(requested, "aws:RequestTag/topology.kubernetes.io/region", region), $"aws:ResourceTag/{owned}", "owned"), "aws:ResourceTag/topology.kubernetes.io/region", region),
                    $"aws:ResourceTag/{NodeClass}",
                    $"aws:RequestTag/{NodeClass}"),
            },
            new(["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:DeleteInstanceProfile"], [Profiles])
            {
                Sid = "ChangeProfiles",
                Condition = Of(With(Tagged(owned), "aws:ResourceTag/topology.kubernetes.io/region", region), $"aws:ResourceTag/{NodeClass}"),
            },
            new(["iam:GetInstanceProfile"], [Profiles]) { Sid = "LookAtProfiles" },
            new(["iam:ListInstanceProfiles", "pricing:GetProducts"], ["*"]) { Sid = "List" },
            new(["eks:DescribeCluster"], [$"arn:aws:eks:{region}:*:cluster/{cluster}"]) { Sid = "FindCluster" },
            new(["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"], [queue]) { Sid = "HearOfInterruptions" },
            new(["ssm:GetParameter"], [$"arn:aws:ssm:{region}::parameter/aws/service/*"]) { Sid = "FindImages" },
            new(
                [
                    "ec2:DescribeCapacityReservations", "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeInstanceStatus",
                    "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeInstanceTypes", "ec2:DescribeLaunchTemplates", "ec2:DescribePlacementGroups",
                    "ec2:DescribeSecurityGroups", "ec2:DescribeSpotPriceHistory", "ec2:DescribeSubnets",
                ],
                ["*"]) { Sid = "Look", Condition = new() { ["StringEquals"] = new ValueMap { ["aws:RequestedRegion"] = region } } },
        ];
    }

    private static IEnumerable<Input<string>> Created(string region) =>
        Ec2(region, "fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request");

    private static IEnumerable<Input<string>> Ec2(string region, params string[] types) => types.Select(type => (Input<string>)$"arn:aws:ec2:{region}:*:{type}/*");

    private static ValueMap Tagged(string owned) => new() { [$"aws:ResourceTag/{owned}"] = "owned" };

    private static ValueMap With(ValueMap keys, string key, Value value)
    {
        ValueMap more = [];
        foreach (var (name, old) in keys)
        {
            more[name] = old;
        }

        more[key] = value;
        return more;
    }

    /// <summary>These keys equal, and a tag of that key present whatever its value.</summary>
    private static ValueMap Of(ValueMap equal, params string[] present)
    {
        ValueMap any = [];
        foreach (var key in present)
        {
            any[key] = "*";
        }

        return new ValueMap { ["StringEquals"] = equal, ["StringLike"] = any };
    }
}
