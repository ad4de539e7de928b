using Strata.Text;

namespace Strata.Yaml;

/// <summary>A map: entries in the order they were written, keys unique.</summary>
public sealed class YamlMapping(SourceSpan span, IReadOnlyList<YamlEntry> entries) : YamlNode(span)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <summary>The value of a key, or null when the map does not have it.</summary>
    public YamlNode? this[string key] => Find(key)?.Value;

    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    public override string Describe() => "a map";
}
