using Strata.Gcp.Container.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Storage;

namespace Strata.Platform.Compute;

/// <summary>What GKE runs in a cluster by itself.</summary>
internal static class GkeAddons
{
    /// <summary>Drivers of file systems only where the stack has such: each runs on every node.</summary>
    public static ClusterAddonsConfigArgs For(ComponentContext context) => new()
    {
        HttpLoadBalancing = new ClusterAddonsConfigHttpLoadBalancingArgs { Disabled = false },
        HorizontalPodAutoscaling = new ClusterAddonsConfigHorizontalPodAutoscalingArgs { Disabled = false },
        DnsCacheConfig = new ClusterAddonsConfigDnsCacheConfigArgs { Enabled = true },
        GcePersistentDiskCsiDriverConfig = new ClusterAddonsConfigGcePersistentDiskCsiDriverConfigArgs { Enabled = true },
        GcsFuseCsiDriverConfig = new ClusterAddonsConfigGcsFuseCsiDriverConfigArgs { Enabled = true },
        GcpFilestoreCsiDriverConfig = new ClusterAddonsConfigGcpFilestoreCsiDriverConfigArgs { Enabled = Has<FileStore>(context) },
        LustreCsiDriverConfig = !Has<Scratch>(context) ? null : new ClusterAddonsConfigLustreCsiDriverConfigArgs { Enabled = true },
    };

    private static bool Has<T>(ComponentContext context)
        where T : StorageConfig => context.Stack.Components.OfType<T>().Any(c => context.Stack.CloudOf(c) == Cloud.Gcp);
}
