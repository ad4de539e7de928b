using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Storage;

/// <summary>Shared files as a volume claim of a class that the cluster has.</summary>
internal static class KubernetesFileStore
{
    private const int KeepBackups = 14;

    public static KubernetesClaimHandle Expand(FileStore config, ComponentContext context)
    {
        var cluster = context.ClusterFor(config, config.Cluster);
        if (config.Existing is { } existing)
        {
            var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
            if (config.Backup && config.IsSet(nameof(config.Backup)))
            {
                context.Scope.Use(cluster.Provider);
                VolumeSnapshots.Add(context, cluster, "CLAIM", existing, KeepBackups, [space.Resource]);
            }

            return new KubernetesClaimHandle(existing, space, space.Resource);
        }

        var claim = SharedClaim.Add(context, cluster, config.StorageClass, config.Size, context.HoldsData);
        if (config.Backup)
        {
            VolumeSnapshots.Add(context, cluster, "CLAIM", claim.Name, KeepBackups, [claim.Claim]);
        }

        return claim;
    }
}
