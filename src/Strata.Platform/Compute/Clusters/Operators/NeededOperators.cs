using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Compute;

/// <summary>Which operators a cluster has to have, from the config of the stack that owns it.</summary>
internal static class NeededOperators
{
    /// <summary>In the order they are installed: what others report to or rely on comes first.</summary>
    /// <param name="hasNvidia">Whether a pool has NVIDIA GPUs that its config does not tell of.</param>
    public static IReadOnlyList<ClusterOperator> Of(StackModel stack, Cluster cluster, bool hasNvidia = false)
    {
        var needed = new HashSet<ClusterOperator>(cluster.Operators) { ClusterOperator.CertManager, ClusterOperator.ExternalSecrets };
        if (cluster.Queueing)
        {
            needed.UnionWith([ClusterOperator.Kueue, ClusterOperator.Jobset]);
        }

        if (cluster.Monitoring)
        {
            needed.Add(ClusterOperator.Monitoring);
        }

        // On EKS a team that shares the cluster may bring GPUs and cannot bring the operator; without GPUs it runs on no node.
        if (hasNvidia || stack.CloudOf(cluster) == Cloud.Aws || Belonging<Pool>(stack, cluster, pool => pool.Cluster).Any(pool => pool.Machine.Gpu is { } gpu && Accelerators.Find(gpu.Type)?.Kind == AcceleratorKind.NvidiaGpu))
        {
            needed.Add(ClusterOperator.Nvidia);
        }

        if (Belonging<Warehouse>(stack, cluster, warehouse => warehouse.Cluster).Any(warehouse => IsPostgres(stack, warehouse)))
        {
            needed.Add(ClusterOperator.Postgres);
        }

        foreach (var component in Belonging<PlatformComponentConfig>(stack, cluster, component => (component as IClusterGuest)?.Cluster))
        {
            if (component is IClusterGuest guest && !BuyOrBuild.Of(ComponentCatalog.KindOf(component), component, stack).Managed)
            {
                needed.UnionWith(guest.OperatorsOn(stack.CloudOf(component)));
                needed.UnionWith(Federation(stack, cluster, (component as IStorageUser)?.Access.Keys ?? []));
            }
        }

        // An identity is a service account on each of its cloud's clusters.
        needed.UnionWith(stack.Components.OfType<IdentityConfig>().Where(identity => stack.CloudOf(identity) == stack.CloudOf(cluster)).SelectMany(identity => Federation(stack, cluster, identity.Access.Keys)));

        return [.. InstallOrder.Where(needed.Contains)];
    }

    private static readonly ClusterOperator[] InstallOrder =
    [
        ClusterOperator.Monitoring, ClusterOperator.CertManager, ClusterOperator.Jobset, ClusterOperator.Kueue,
        ClusterOperator.ExternalSecrets, ClusterOperator.Nvidia, ClusterOperator.Postgres,
        ClusterOperator.Keda, ClusterOperator.Ray, ClusterOperator.Spark, ClusterOperator.ArgoWorkflows, ClusterOperator.ArgoEvents,
        ClusterOperator.KubeflowPipelines, ClusterOperator.Slurm, ClusterOperator.Kserve, ClusterOperator.Seldon, ClusterOperator.AwsIdentity, ClusterOperator.GoogleIdentity,
    ];

    private static IEnumerable<ClusterOperator> Federation(StackModel stack, Cluster cluster, IEnumerable<Ref<StorageConfig>> used) =>
        used.Select(storage => CrossCloud.Elsewhere(stack, storage, stack.CloudOf(cluster))).OfType<Cloud>().Where(there => there != Cloud.Kubernetes).Select(CrossCloud.OperatorFor);

    private static bool IsPostgres(StackModel stack, Warehouse warehouse) =>
        warehouse.Engine is WarehouseEngine.Postgres || (warehouse.Engine is null && stack.CloudOf(warehouse) == Cloud.Kubernetes);

    private static IEnumerable<T> Belonging<T>(StackModel stack, Cluster cluster, Func<T, Ref<Cluster>?> named)
        where T : ComponentConfig =>
        stack.Components.OfType<T>().Where(c => stack.CloudOf(c) == stack.CloudOf(cluster) && (named(c) is not { } name || name.Name == cluster.Name));
}
