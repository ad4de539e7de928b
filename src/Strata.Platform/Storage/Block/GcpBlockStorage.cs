using Strata.Graph;
using Strata.Kubernetes.Storage.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Storage;

/// <summary>Disks for pods as a storage class of the driver that every GKE cluster has.</summary>
internal static class GcpBlockStorage
{
    private const string Hyperdisk = "hyperdisk-balanced";

    /// <summary>The label by which disks of a class are found.</summary>
    public const string Label = "strata-storage-class";

    public static GcpBlockStorageHandle Expand(BlockStorage config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var cluster = context.ClusterFor(config, config.Cluster);
        var name = context.Expansion.Named(Naming.KubernetesNames.Object, context.Name);
        var scope = context.Scope;
        scope.Use(cluster.Provider);
        var type = DiskType(config, context, cluster);
        scope.Add(new StorageClass(context.Name, new ResourceOptions { DependsOn = cluster.Ready })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, annotations: new InputMap<string>
            {
                // A shared cluster's default is not this stack's to choose.
                ["storageclass.kubernetes.io/is-default-class"] = config.Default && !cluster.IsShared ? "true" : "false",
            }),
            Provisioner = "pd.csi.storage.gke.io",
            Parameters = new InputMap<string>
            {
                ["type"] = type,
                ["labels"] = $"{Label}={name}",
                ["disk-encryption-kms-key"] = gcp.Keys.IdFor("disks"),
            },
            ReclaimPolicy = context.IsProd ? "Retain" : "Delete",
            VolumeBindingMode = "WaitForFirstConsumer",
            AllowVolumeExpansion = true,
        });
        if (config.Snapshots)
        {
            GcpDiskSnapshots.Add(config, context, name);
        }

        return new GcpBlockStorageHandle(name);
    }

    /// <summary>
    /// The disk type that the cluster's pools can mount. The newest series take only Hyperdisk, all others only Persistent Disk, so one
    /// class serves one kind of them: Persistent Disk as soon as one pool of the stack needs it.
    /// </summary>
    private static string DiskType(BlockStorage config, ComponentContext context, ClusterHandle cluster)
    {
        var pools = context.Stack.Components.OfType<Pool>()
            .Where(pool => context.Stack.CloudOf(pool) == Cloud.Gcp && (pool.Cluster is null || pool.Cluster.Name == cluster.Config.Name))
            .Select(pool => (pool.Name, IsHyperdisk: GcpMachine.Of(pool.Machine, pool.Spot, context.Stack.Providers.GcpRegion)?.BootDisk == Hyperdisk))
            .ToList();
        var onHyperdisk = pools.FindAll(pool => pool.IsHyperdisk).ConvertAll(pool => pool.Name);
        if (pools.Count > 0 && onHyperdisk.Count == pools.Count)
        {
            return Hyperdisk;
        }

        var type = config.Speed == DiskSpeed.Fast ? "pd-ssd" : "pd-balanced";
        if (onHyperdisk.Count > 0)
        {
            context.Diagnostics.Add(GcpStorageErrors.PoolsWithoutDisks(config.KeySpan, context.Name, type, onHyperdisk));
        }

        return type;
    }
}
