using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>What an engine's jobs may do with the stack's storage.</summary>
internal static class JobRights
{
    /// <summary>Writing to the store that results go to, and what the config gives besides.</summary>
    /// <param name="store">Where results go.</param>
    /// <param name="access">Storage on other clouds is an error.</param>
    public static IReadOnlyList<StorageGrant> Of(ComponentContext context, SchedulerConfig config, ObjectStoreHandle store, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access)
    {
        List<StorageGrant> grants = [new(store, AccessLevel.Write, "results")];
        foreach (var (reference, level) in access.OrderBy(a => a.Key.Name, StringComparer.Ordinal))
        {
            var named = context.Stack.Components.OfType<StorageConfig>().First(storage => storage.Name == reference.Name);
            if (context.Stack.CloudOf(named) is var there && there != context.Cloud && named is not Warehouse { Engine: WarehouseEngine.Snowflake })
            {
                context.Diagnostics.Add(ComputeErrors.AccessAcrossClouds(config.SpanOf("Access"), context.Name, reference.Name, there.Title(), context.Cloud.Title()));
            }
            else if (context.Use<StorageHandle>(reference) is var storage && !ReferenceEquals(storage, store))
            {
                grants.Add(new StorageGrant(storage, level, reference.Name));
            }
        }

        return grants;
    }
}
