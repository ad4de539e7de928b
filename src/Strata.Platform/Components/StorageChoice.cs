using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Components;

/// <summary>Finds storage that a component of the upper layers uses.</summary>
internal static class StorageChoice
{
    /// <summary>The storage that is named, or the stack's only one of its kind on the component's cloud; on another cloud it is an error.</summary>
    /// <param name="property">The property that names it, as <c>nameof</c> gives it.</param>
    /// <exception cref="ExpansionStoppedException">There is none that fits; why is among the diagnostics.</exception>
    public static THandle StorageFor<TConfig, THandle>(this ComponentContext context, ComponentConfig config, Ref<TConfig>? named, string property)
        where TConfig : StorageConfig
        where THandle : StorageHandle
    {
        if (named is not null && context.Stack.Components.OfType<TConfig>().FirstOrDefault(storage => storage.Name == named.Name) is { } there
            && there is not Warehouse { Engine: WarehouseEngine.Snowflake } && context.Stack.CloudOf(there) is var cloud && cloud != context.Cloud)
        {
            context.Diagnostics.Add(PlatformErrors.StorageElsewhere(config.SpanOf(property), config.Name, named.Name, cloud.Title(), context.Cloud.Title()));
            throw new ExpansionStoppedException();
        }

        return context.Choose<TConfig, THandle>(config, named, property);
    }
}
