namespace Strata.Graph.Formats;

/// <summary>The resources that were read so far, by the ways in which values point at them.</summary>
internal sealed class KnownResources
{
    private readonly Dictionary<string, Resource> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Resource>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StackReference> _stacks = new(StringComparer.Ordinal);

    public void Add(Resource resource)
    {
        _byKey[ResourceKey.Of(resource)] = resource;
        if (resource is StackReference reference)
        {
            _stacks[reference.Stack] = reference;
        }
        else
        {
            (_byName.TryGetValue(resource.LogicalName, out var same) ? same : _byName[resource.LogicalName] = []).Add(resource);
        }
    }

    /// <param name="key">A <see cref="ResourceKey"/>.</param>
    public Resource Find(string key) => _byKey.TryGetValue(key, out var resource) ? resource : throw new FormatException($"'{key}' is not in the graph before what refers to it.");

    public StackReference Stack(string stack) => StackOrNull(stack) ?? throw new FormatException($"The stack '{stack}' is not among the references.");

    public StackReference? StackOrNull(string stack) => _stacks.GetValueOrDefault(stack);

    /// <summary>The resource of a name, the first of the given keys that has it; null when there is none.</summary>
    public Resource? Named(string name, IReadOnlyList<string> keys) =>
        !_byName.TryGetValue(name, out var same) ? null : keys.Select(key => same.Find(resource => ResourceKey.Of(resource) == key)).FirstOrDefault(resource => resource is not null) ?? same[0];
}
