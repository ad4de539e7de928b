using Strata.Platform.Components;

namespace Strata.Platform.Stacks;

/// <summary>Remembers which other stacks one stack asked for.</summary>
internal sealed class AskedStacks(ISharedStacks stacks) : ISharedStacks
{
    private readonly SortedSet<string> _asked = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Asked => _asked;

    public IReadOnlyList<string> Names => stacks.Names;

    public StackModel? Find(string name)
    {
        _asked.Add(name);
        return stacks.Find(name);
    }
}
