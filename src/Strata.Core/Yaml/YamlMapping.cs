using Strata.Text;

namespace Strata.Yaml;

/// <summary>A map: entries in the order they were written, keys unique.</summary>
public sealed class YamlMapping(SourceSpan span, IReadOnlyList<YamlEntry> entries) : YamlNode(span)
{
    /// <summary>Up to this many entries, looking at each is faster than an index.</summary>
    private const int SmallSize = 8;

    private Dictionary<string, YamlEntry>? _index;

    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <summary>The value of a key, or null when the map does not have it.</summary>
    public YamlNode? this[string key] => Find(key)?.Value;

    public YamlEntry? Find(string key)
    {
        if (Entries.Count > SmallSize)
        {
            return (_index ??= BuildIndex()).GetValueOrDefault(key);
        }

        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key.Text == key)
            {
                return Entries[i];
            }
        }

        return null;
    }

    public override string Describe() => "a map";

    /// <summary>Two threads may build it at once: both get the same index, and the last one stays.</summary>
    private Dictionary<string, YamlEntry> BuildIndex()
    {
        var index = new Dictionary<string, YamlEntry>(Entries.Count, StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            index.TryAdd(entry.Key.Text, entry);
        }

        return index;
    }
}
