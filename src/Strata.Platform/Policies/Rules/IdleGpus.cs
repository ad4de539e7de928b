using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>GPUs and TPUs that are kept in development.</summary>
internal static class IdleGpus
{
    public static PolicyRule Rule { get; } = new(
        "STR761",
        "idle-gpus",
        PolicySubjects.Cost,
        Severity.Warning,
        "Node pools and batch environments of development stacks with accelerators and a minimum above zero.",
        "The dearest machines then run at night and at weekends, when nobody develops.")
    {
        Types = ["aws:eks/nodeGroup:NodeGroup", "aws:batch/computeEnvironment:ComputeEnvironment", "gcp:container/nodePool:NodePool"],
        OfResource = (pool, context) => context.IsDev ? Check(pool) : [],
    };

    private static IEnumerable<PolicyViolation> Check(Resource pool)
    {
        var (path, hasAccelerator) = pool.TypeToken switch
        {
            "aws:eks/nodeGroup:NodeGroup" => ("scalingConfig.minSize", HasGpu(Cloud.Aws, pool.At("instanceTypes"))),
            "aws:batch/computeEnvironment:ComputeEnvironment" => ("computeResources.minVcpus", HasGpu(Cloud.Aws, pool.At("computeResources.instanceTypes"))),
            _ => (
                pool.At("autoscaling.totalMinNodeCount") is null ? "autoscaling.minNodeCount" : "autoscaling.totalMinNodeCount",
                pool.At("nodeConfig.guestAccelerators").AsItems().Length > 0 || HasGpu(Cloud.Gcp, pool.At("nodeConfig.machineType"))),
        };
        if (hasAccelerator && pool.At(path).AsNumber() is > 0)
        {
            yield return new(path, $"The pool '{pool.LogicalName}' keeps machines with accelerators although nothing runs on them. Set 'min' to 0: the first job then waits some minutes for its machine.");
        }
    }

    private static bool HasGpu(Cloud cloud, Value? types) =>
        types.AsItems().Any(type => type.AsText() is { } name && Machines.Find(cloud, name)?.Accelerator is not null);
}
