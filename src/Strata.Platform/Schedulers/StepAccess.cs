using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The storage that what a scheduler runs may use.</summary>
internal static class StepAccess
{
    /// <summary>What the file says, and writing to the store that the scheduler itself keeps things in.</summary>
    /// <param name="own">The store's name and handle; null where there is none.</param>
    public static IReadOnlyList<StorageGrant> Of(
        ComponentContext context, SchedulerConfig config, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access, (string Name, StorageHandle Store)? own = null)
    {
        var grants = new List<StorageGrant>();
        foreach (var (storage, level) in access.Where(entry => entry.Key.Name != own?.Name))
        {
            var said = context.Stack.Components.OfType<StorageConfig>().FirstOrDefault(one => one.Name == storage.Name);
            if (said is not (null or Warehouse { Engine: WarehouseEngine.Snowflake }) && context.Stack.CloudOf(said) is var there && there != context.Cloud)
            {
                context.Diagnostics.Add(PlatformErrors.StorageElsewhere(storage.Span, config.Name, storage.Name, there.Title(), context.Cloud.Title()));
                continue;
            }

            grants.Add(new StorageGrant(context.Use<StorageHandle>(storage), level, storage.Name));
        }

        return own is { } kept ? [.. grants, new StorageGrant(kept.Store, AccessLevel.Write, kept.Name)] : grants;
    }

    /// <summary>The object store that is named, or the stack's only one on the component's cloud, with its name.</summary>
    public static (string Name, ObjectStoreHandle Store) StoreFor(ComponentContext context, SchedulerConfig config, Ref<ObjectStore>? named, string property)
    {
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, named, property);
        return (named?.Name ?? context.Stack.Components.OfType<ObjectStore>().First(one => context.Stack.CloudOf(one) == context.Cloud).Name, store);
    }
}
