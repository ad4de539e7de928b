using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>The other stacks of the repository, as far as sharing goes.</summary>
public interface ISharedStacks
{
    /// <summary>All stack names, in ordinal order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A stack by name; null when there is none or it has errors, which are reported with that stack and not here.</summary>
    StackModel? Find(string name);
}
