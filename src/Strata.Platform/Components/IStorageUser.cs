using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Components;

/// <summary>A component whose pods use storage as its config says.</summary>
public interface IStorageUser
{
    /// <summary>The storage, and how.</summary>
    IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; }
}
