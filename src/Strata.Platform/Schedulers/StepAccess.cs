using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The store that a scheduler keeps logs and what steps hand on in.</summary>
internal static class StepAccess
{
    /// <summary>Writing to the object store that is named, or to the stack's only one on the component's cloud.</summary>
    public static StorageGrant StoreFor(ComponentContext context, SchedulerConfig config, Ref<ObjectStore>? named, string property)
    {
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, named, property);
        return new StorageGrant(store, AccessLevel.Write, named?.Name ?? context.Stack.Components.OfType<ObjectStore>().First(one => context.Stack.CloudOf(one) == context.Cloud).Name);
    }
}
