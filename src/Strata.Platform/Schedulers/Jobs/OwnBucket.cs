using Strata.Platform.Components;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Schedulers;

/// <summary>A bucket of an engine's own, for what nobody else reads and nobody misses after a while: logs and histories.</summary>
internal static class OwnBucket
{
    /// <param name="what">Ends its name.</param>
    /// <param name="days">How long what is in it is kept.</param>
    public static ObjectStoreHandle Add<TConfig>(ComponentContext context, TConfig config, string what, int days)
        where TConfig : SchedulerConfig, IClusterGuest
    {
        var own = context with { Name = $"{context.Name}-{what}" };
        var store = new ObjectStore { Cluster = config.Cluster, Versioning = false, KeepOldVersionsDays = 7, ExpireAfterDays = days, Size = ByteSize.FromGibibytes(50) };
        return context.Cloud switch
        {
            Cloud.Aws => AwsObjectStore.Expand(store, own),
            Cloud.Gcp => GcpObjectStore.Expand(store, own),
            _ => KubernetesObjectStore.Expand(store, own),
        };
    }
}
