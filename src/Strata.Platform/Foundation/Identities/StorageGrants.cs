using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>The storage that what a component runs may use.</summary>
internal static class StorageGrants
{
    /// <summary>What the config gives to pods of a cluster, in the order of names; storage on other clouds is used through federation.</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<StorageGrant> ForPods(
        ComponentContext context, ClusterHandle cluster, ComponentConfig config, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access, StorageGrant? own = null)
    {
        var here = access.Where(entry => CrossCloud.Elsewhere(context.Stack, entry.Key, cluster.Cloud) is null).ToDictionary();
        return [.. Of(context, config, here, own), .. Elsewhere(context, cluster, access, own)];
    }

    /// <summary>Of what the config gives, what is on clouds that do not run the cluster.</summary>
    public static IReadOnlyList<StorageGrant> Elsewhere(ComponentContext context, ClusterHandle cluster, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access, StorageGrant? own = null)
    {
        List<StorageGrant> grants = [];
        var minio = own is { Storage: KubernetesObjectStoreHandle } ? own.Name : MinioIn(context, access);
        foreach (var (reference, level) in access.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal))
        {
            var elsewhere = CrossCloud.Elsewhere(context.Stack, reference, cluster.Cloud);
            if (elsewhere == Cloud.Aws && minio is not null)
            {
                context.Diagnostics.Add(FederationErrors.TwoStores(reference.Span, context.Name, reference.Name, minio));
            }
            else if (elsewhere is { } there && CrossCloud.Grant(context, cluster, reference, level, there) is { } grant)
            {
                grants.Add(grant);
            }
        }

        return grants;
    }

    private static string? MinioIn(ComponentContext context, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access) =>
        context.Stack.Components.OfType<ObjectStore>().FirstOrDefault(store => context.Stack.CloudOf(store) == Cloud.Kubernetes && access.Keys.Any(used => used.Name == store.Name))?.Name;

    /// <summary>What the config gives, in the order of names. Storage on other clouds is an error.</summary>
    /// <param name="own">The store that the component itself keeps things in, whatever the config says of it; null where there is none.</param>
    public static IReadOnlyList<StorageGrant> Of(ComponentContext context, ComponentConfig config, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access, StorageGrant? own = null)
    {
        List<StorageGrant> grants = own is null ? [] : [own];
        foreach (var (reference, level) in access.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal))
        {
            var said = context.Stack.Components.OfType<StorageConfig>().FirstOrDefault(one => one.Name == reference.Name);
            if (said is not (null or Warehouse { Engine: WarehouseEngine.Snowflake }) && context.Stack.CloudOf(said) is var there && there != context.Cloud)
            {
                context.Diagnostics.Add(PlatformErrors.StorageElsewhere(reference.Span, config.Name, reference.Name, there.Title(), context.Cloud.Title()));
            }
            else if (context.Use<StorageHandle>(reference) is var storage && !ReferenceEquals(storage, own?.Storage))
            {
                grants.Add(new StorageGrant(storage, level, reference.Name));
            }
        }

        return grants;
    }
}
