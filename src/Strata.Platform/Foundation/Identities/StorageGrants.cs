using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>The storage that what a component runs may use.</summary>
internal static class StorageGrants
{
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
