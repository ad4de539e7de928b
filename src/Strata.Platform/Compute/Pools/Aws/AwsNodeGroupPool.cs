using Strata.Aws.Eks;
using Strata.Aws.Eks.Inputs;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>A pool as a managed node group that Cluster Autoscaler sizes.</summary>
internal static class AwsNodeGroupPool
{
    public static void Add(AwsPoolPlan plan)
    {
        var (config, context, cluster) = (plan.Config, plan.Context, plan.Cluster);
        var template = AwsPoolTemplate.Add(plan);
        var group = context.Scope.Add(new NodeGroup(context.Name, new ResourceOptions { DependsOn = cluster.Ready, IgnoreChanges = ["scalingConfig.desiredSize"] })
        {
            ClusterName = cluster.Name,
            NodeGroupNamePrefix = context.PrefixFor(AwsNames.EksNodeGroup),
            NodeRoleArn = cluster.NodeRoleArn,
            SubnetIds = plan.Subnets,
            Version = cluster.Version,
            AmiType = NodeImages.EksAmiType(plan.Machine),
            CapacityType = CapacityType(plan),
            InstanceTypes = IsBlock(plan) ? null : [.. plan.Types.Select(type => (Input<string>)type)],
            ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = config.Min, MaxSize = config.Max, DesiredSize = config.Min },
            LaunchTemplate = new NodeGroupLaunchTemplateArgs { Id = template.Id, Version = template.LatestVersion },
            Labels = Foundation.Tags.ToInput(plan.Nodes.Labels),
            Taints = plan.Nodes.Taints.Count == 0 ? null : [.. plan.Nodes.Taints.Select(ToArgs)],
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailablePercentage = 33 },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true },
        });
        AwsScaleFromZero.Tag(plan, group);
    }

    /// <summary>True when the machines come from a capacity block that was bought ahead; the template then says so too.</summary>
    public static bool IsBlock(AwsPoolPlan plan) => plan.Config.Reservation is not null && plan.Machine.Sale == Sale.CapacityBlock;

    private static string CapacityType(AwsPoolPlan plan) => IsBlock(plan) ? "CAPACITY_BLOCK" : plan.Config.Spot ? "SPOT" : "ON_DEMAND";

    private static Input<NodeGroupTaintArgs> ToArgs(Taint taint) => new NodeGroupTaintArgs
    {
        Key = taint.Key,
        Value = taint.Value,
        Effect = taint.Effect switch
        {
            TaintEffect.NoSchedule => "NO_SCHEDULE",
            TaintEffect.PreferNoSchedule => "PREFER_NO_SCHEDULE",
            _ => "NO_EXECUTE",
        },
    };
}
