using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A pool on EKS: a managed node group, or a pool of Karpenter's.</summary>
internal static class AwsPool
{
    public static PoolHandle Expand(Pool config, ComponentContext context)
    {
        var cluster = (EksClusterHandle)context.ClusterFor(config, config.Cluster);
        var region = context.Expansion.Foundations.Aws.Region;
        var choice = MachineSelection.Choose(context, config.Machine, config.Spot, region, config.SpanOf(nameof(config.Machine)));
        PoolRules.Check(config, context, choice);
        AwsPoolRules.Check(config, context, region);

        var accelerator = AcceleratorFacts.Of(choice);
        var nodes = AwsGpuSharing.Apply(config, PoolNodes.Of(config, context, accelerator), cluster, context);
        var plan = new AwsPoolPlan(config, context, cluster, choice.Machine, AwsMachineTypes.For(config.Machine, choice.Machine, config.Spot, region), nodes, accelerator);
        if (cluster.Config.Autoscaler == ClusterAutoscaler.Karpenter)
        {
            AwsKarpenterPool.Add(plan);
        }
        else
        {
            AwsNodeGroupPool.Add(plan);
        }

        return new PoolHandle(config, cluster, nodes.Selector, nodes.Tolerations, accelerator?.ResourceName, plan.DevicesPerNode)
        {
            NodeCpu = CpuCount.FromCores(choice.Machine.Cpu),
            NodeMemory = new ByteSize(choice.Machine.MemoryBytes),
        };
    }
}
