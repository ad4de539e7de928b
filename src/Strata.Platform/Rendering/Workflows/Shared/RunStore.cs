using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Rendering;

/// <summary>Where jobs of a batch queue keep what they hand on: the first object store, by name, that the queue may write to.</summary>
internal static class RunStore
{
    /// <summary>The folder in the store that all runs are below.</summary>
    public const string Folder = "runs";

    public static ObjectStore? Of(Batch queue, StackModel stack) => queue.Access
        .Where(access => access.Value == AccessLevel.Write)
        .OrderBy(access => access.Key.Name, StringComparer.Ordinal)
        .Select(access => stack.Components.OfType<ObjectStore>().FirstOrDefault(store => store.Name == access.Key.Name && stack.CloudOf(store) == stack.CloudOf(queue)))
        .FirstOrDefault(store => store is not null);
}
