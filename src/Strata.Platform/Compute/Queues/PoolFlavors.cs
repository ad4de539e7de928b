using Strata.Graph;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Kueue's word for a pool: a flavor of machines, whose labels and taints come from the pool's handle.</summary>
internal static class PoolFlavors
{
    /// <summary>What a stack calls the flavor of its pool, unique on a cluster that several stacks share.</summary>
    public static string NameOf(StackModel stack, Pool pool) => KubernetesNames.Label.Make(stack.Name, pool.Name);

    /// <summary>Adds the flavor of a pool.</summary>
    public static Resource Add(Scope scope, StackModel stack, PoolHandle pool, ResourceOptions options)
    {
        // A pod must tolerate an accelerator's taint by itself, or jobs without need of one would be sent there. The other taints
        // only mark the pool, and Kueue adds what tolerates them.
        var keepsOut = pool.Tolerations.Where(IsAccelerators).Select(AsTaint).ToList();
        var letsIn = pool.Tolerations.Where(toleration => !IsAccelerators(toleration)).Select(toleration => toleration.ToValue()).ToList();
        return OperatorObject.Add(scope, stack, pool.Cluster, $"{pool.Config.Name}-flavor", $"{ClusterQueueing.Version}:ResourceFlavor", NameOf(stack, pool.Config), null, pool.Config.Name, new()
        {
            ["nodeLabels"] = new ObjectValue([.. pool.NodeSelector.Select(label => new Property(label.Key, label.Value))]),
            ["nodeTaints"] = keepsOut.Count == 0 ? null : Value.List(keepsOut),
            ["tolerations"] = letsIn.Count == 0 ? null : Value.List(letsIn),
        }, options);

        bool IsAccelerators(ValueMap toleration) => toleration["key"] is TextValue { Text: var key } && key == pool.AcceleratorResource;
    }

    /// <summary>
    /// On GKE a queued pool has no nodes until the cloud can give a job all it needs: Kueue asks for them and holds the job until
    /// then. Gives the name of the check; null for pools that do not wait.
    /// </summary>
    public static string? AddCheck(Scope scope, StackModel stack, PoolHandle pool, ResourceOptions options)
    {
        if (!pool.Config.Queued || pool.Cluster.Cloud != Cloud.Gcp)
        {
            return null;
        }

        var name = NameOf(stack, pool.Config);
        var config = OperatorObject.Add(scope, stack, pool.Cluster, $"{pool.Config.Name}-provisioning", $"{ClusterQueueing.Version}:ProvisioningRequestConfig", name, null, pool.Config.Name, new()
        {
            ["provisioningClassName"] = "queued-provisioning.gke.io",
            ["managedResources"] = pool.AcceleratorResource is { } accelerator ? Value.List(accelerator) : null,
        }, options);
        OperatorObject.Add(scope, stack, pool.Cluster, $"{pool.Config.Name}-check", $"{ClusterQueueing.Version}:AdmissionCheck", name, null, pool.Config.Name, new()
        {
            ["controllerName"] = "kueue.x-k8s.io/provisioning-request",
            ["parameters"] = new ValueMap { ["apiGroup"] = "kueue.x-k8s.io", ["kind"] = "ProvisioningRequestConfig", ["name"] = name },
        }, new ResourceOptions { DependsOn = [config] });
        return name;
    }

    private static Value AsTaint(ValueMap toleration) => new ValueMap
    {
        ["key"] = toleration["key"],
        ["value"] = toleration["value"],
        ["effect"] = toleration["effect"] ?? "NoSchedule",
    };
}
