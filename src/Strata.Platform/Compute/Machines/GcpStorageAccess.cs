using Strata.Gcp.ServiceAccount;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Compute;

/// <summary>Gives machines access to the storage that their config names.</summary>
internal static class GcpStorageAccess
{
    /// <param name="name">The start of the bindings' logical names, unique for the account.</param>
    /// <param name="config">Whose access it is.</param>
    public static void Grant(ComponentContext context, Account account, string name, ComponentConfig config, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access)
    {
        foreach (var (storage, level) in access)
        {
            if (context.Stack.Components.OfType<StorageConfig>().FirstOrDefault(s => s.Name == storage.Name) is { } named && IsElsewhere(context, named, out var there))
            {
                context.Diagnostics.Add(ComputeErrors.AccessAcrossClouds(config.SpanOf("Access"), context.Name, storage.Name, there.Title(), Cloud.Gcp.Title()));
                continue;
            }

            context.Use<StorageHandle>(storage).Grant(context.Scope, $"{name}-{storage.Name}", account.Principal(), level);
        }
    }

    /// <summary>Snowflake is on no cloud of the stack's and reached by its own means.</summary>
    private static bool IsElsewhere(ComponentContext context, StorageConfig storage, out Cloud there)
    {
        there = context.Stack.CloudOf(storage);
        return there != Cloud.Gcp && storage is not Warehouse { Engine: WarehouseEngine.Snowflake };
    }
}
