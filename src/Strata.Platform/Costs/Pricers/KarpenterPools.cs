using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Nodes that Karpenter brings: of the dearest count that the stack allows.</summary>
internal static class KarpenterPools
{
    public static Pricer Pricer { get; } = new(["kubernetes:karpenter.sh/v1:NodePool"], PartsOf);

    private static IEnumerable<CostPart> PartsOf(Resource pool, CostContext context)
    {
        var name = ComponentPath.Owner(pool)?.LogicalName;
        if (name is null || context.Stack.Config.Compute.GetValueOrDefault(name) is not Pool config)
        {
            yield break;
        }

        var type = Requirement(pool, "node.kubernetes.io/instance-type") ?? "an unnamed type";
        var spot = Requirement(pool, "karpenter.sh/capacity-type") == "spot";
        var nodes = Amount.Between(config.Min, config.Max, CostAssumptions.ShareOfScale);

        // The nodes are EC2 machines although a Kubernetes object asks for them: a node class, which is always beside it, knows its disks.
        var machine = new AwsNode(pool);
        yield return context.Machines(machine, $"{type} nodes{(spot ? ", spot" : "")}", type, spot, nodes * CostAssumptions.HoursInMonth);
        yield return context.Part(machine, "disks of the machines", "ebs/gp3", nodes * (decimal)(config.Disk.Bytes / (1L << 30)), "GB");
    }

    private static string? Requirement(Resource pool, string key) =>
        pool.At("spec.template.spec.requirements").AsItems().FirstOrDefault(requirement => requirement.At("key").AsText() == key).At("values").AsItems().FirstOrDefault().AsText();

    /// <summary>The pool as a resource of AWS, whose prices it has.</summary>
    private sealed class AwsNode(Resource pool) : Resource("aws:ec2/instance:Instance", pool.LogicalName, pool.ResourceOptions);
}
