using System.Globalization;
using Strata.Aws.AutoScaling.Inputs;
using Strata.Aws.Eks;

namespace Strata.Platform.Compute;

/// <summary>
/// Tags on a node group's Auto Scaling group that tell Cluster Autoscaler what a node would have when there is none to look at.
/// EKS does not pass the node group's labels and taints on by itself.
/// </summary>
internal static class AwsScaleFromZero
{
    private const string Template = "k8s.io/cluster-autoscaler/node-template";

    public static void Tag(AwsPoolPlan plan, NodeGroup group)
    {
        var scaling = group.GetOutput<string>("resources[0].autoscalingGroups[0].name");
        foreach (var (key, value) in TagsOf(plan))
        {
            plan.Context.Scope.Add(new Aws.AutoScaling.Tag($"{plan.Context.Name}-{key[(Template.Length + 1)..].Replace('/', '-')}")
            {
                AutoscalingGroupName = scaling,
                TagDetails = new TagTagArgs { Key = key, Value = value, PropagateAtLaunch = false },
            });
        }
    }

    /// <summary>Keys and values, in order.</summary>
    public static IEnumerable<(string Key, string Value)> TagsOf(AwsPoolPlan plan)
    {
        foreach (var (key, value) in plan.Nodes.Labels)
        {
            yield return ($"{Template}/label/{key}", value);
        }

        foreach (var taint in plan.Nodes.Taints)
        {
            yield return ($"{Template}/taint/{taint.Key}", $"{taint.Value}:{taint.Effect}");
        }

        yield return ($"{Template}/resources/ephemeral-storage", plan.Config.Disk.ToString());
        if (plan.Accelerator is { } accelerator)
        {
            yield return ($"{Template}/resources/{accelerator.ResourceName}", plan.DevicesPerNode.ToString(CultureInfo.InvariantCulture));
        }

        if (plan.Config.Compact && plan.Machine.EfaInterfaces > 0)
        {
            yield return ($"{Template}/resources/vpc.amazonaws.com/efa", plan.Machine.EfaInterfaces.ToString(CultureInfo.InvariantCulture));
        }
    }
}
