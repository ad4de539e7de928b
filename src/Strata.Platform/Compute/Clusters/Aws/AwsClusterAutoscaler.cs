using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>Cluster Autoscaler: makes node groups grow and shrink with the pods that wait.</summary>
internal static class AwsClusterAutoscaler
{
    private const string Account = "cluster-autoscaler";

    /// <param name="name">The cluster's name as text, for keys of conditions.</param>
    public static Resource Install(ComponentContext context, EksClusterHandle cluster, string name)
    {
        var identity = AwsPodIdentity.ForSystem(context, cluster.Name, "autoscaler", Account, [], [.. Statements(name)]);
        return AwsCharts.Add(context, cluster, "cluster-autoscaler", [identity], new ValueMap
        {
            ["fullnameOverride"] = Account,
            ["autoDiscovery"] = new ValueMap { ["clusterName"] = cluster.Name },
            ["awsRegion"] = context.Expansion.Foundations.Aws.Region,
            ["rbac"] = new ValueMap { ["serviceAccount"] = new ValueMap { ["create"] = true, ["name"] = Account } },
            ["extraArgs"] = new ValueMap
            {
                ["expander"] = "least-waste",
                ["balance-similar-node-groups"] = true,
                ["skip-nodes-with-system-pods"] = false,
                ["skip-nodes-with-local-storage"] = false,
            },
            ["resources"] = new ValueMap
            {
                ["requests"] = new ValueMap { ["cpu"] = "100m", ["memory"] = "300Mi" },
                ["limits"] = new ValueMap { ["memory"] = "1Gi" },
            },
        });
    }

    /// <summary>It may look at all groups and change only those that EKS has tagged as this cluster's.</summary>
    private static IEnumerable<PolicyStatement> Statements(string cluster)
    {
        yield return new PolicyStatement(
            [
                "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances", "autoscaling:DescribeLaunchConfigurations",
                "autoscaling:DescribeScalingActivities", "autoscaling:DescribeTags", "ec2:DescribeImages", "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplateVersions", "ec2:GetInstanceTypesFromInstanceRequirements", "eks:DescribeNodegroup",
            ],
            ["*"]) { Sid = "Look" };
        yield return new PolicyStatement(["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"], ["*"])
        {
            Sid = "Scale",
            Condition = new ValueMap
            {
                ["StringEquals"] = new ValueMap { [$"aws:ResourceTag/k8s.io/cluster-autoscaler/{cluster}"] = "owned" },
            },
        };
    }
}
