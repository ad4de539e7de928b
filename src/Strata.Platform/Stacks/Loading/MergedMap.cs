using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>A map in the middle of a merge. A key that is removed and set again goes to the end, as if it were new.</summary>
internal sealed class MergedMap
{
    private readonly List<MergedValue?> _values = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public IEnumerable<MergedValue> Values => _values.OfType<MergedValue>();

    public MergedValue? Find(string key) => _index.TryGetValue(key, out var at) ? _values[at] : null;

    public void Add(YamlScalar key, YamlNode value)
    {
        _index.Add(key.Text, _values.Count);
        _values.Add(new MergedValue(key, value));
    }

    public void Remove(string key)
    {
        _index.Remove(key, out var at);
        _values[at] = null;
    }
}
