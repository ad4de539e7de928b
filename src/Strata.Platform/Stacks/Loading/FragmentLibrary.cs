using System.Collections.Concurrent;

namespace Strata.Platform.Stacks;

/// <summary>The files below <c>stacks/</c>, fragments read once however many stacks extend them. Safe for several threads.</summary>
internal sealed class FragmentLibrary(IStackFiles files)
{
    private readonly Lazy<SortedSet<string>> _paths = new(() => new SortedSet<string>(files.List(), StringComparer.Ordinal));
    private readonly Lazy<IReadOnlyList<string>> _stacks =
        new(() => [.. files.List().Select(StackPaths.StackOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);

    private readonly ConcurrentDictionary<string, Lazy<ConfigFile?>> _fragments = new(StringComparer.Ordinal);

    /// <summary>The names of stacks with a file, in ordinal order.</summary>
    public IReadOnlyList<string> Stacks => _stacks.Value;

    /// <summary>The names of fragments, in ordinal order.</summary>
    public IReadOnlyCollection<string> Fragments => [.. _paths.Value.Select(StackPaths.FragmentOf).OfType<string>()];

    /// <summary>By the exact spelling of the list: a file system that ignores case must not decide what a name means.</summary>
    public bool Has(string path) => _paths.Value.Contains(path);

    /// <summary>Null when there is no such fragment.</summary>
    public ConfigFile? Find(string name)
    {
        var path = StackPaths.OfFragment(name);
        return Has(path) && StackPaths.StackOf(path) is null
            ? _fragments.GetOrAdd(path, p => new Lazy<ConfigFile?>(() => files.Read(p) is { } source ? ConfigFileReader.Read(source) : null)).Value
            : null;
    }
}
