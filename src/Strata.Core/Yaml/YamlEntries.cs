using Strata.Diagnostics;

namespace Strata.Yaml;

/// <summary>
/// Collects the entries of one map: keys must be single values and differ; <c>&lt;&lt;</c> brings in the entries of other
/// maps behind the written ones, where a written key wins and, among several maps, the first (yaml.v3's rules).
/// </summary>
internal sealed class YamlEntries(DiagnosticBag diagnostics)
{
    private const int SmallSize = 8;

    private readonly List<YamlEntry> _entries = [];
    private Dictionary<string, YamlEntry>? _index;
    private YamlEntry? _merge;

    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar scalar)
        {
            diagnostics.Add(YamlErrors.KeyNotText(key.AliasSite ?? key.Span, key.Describe()));
            return;
        }

        var entry = new YamlEntry(scalar, value);
        var isMerge = scalar is { Text: "<<", IsPlain: true };
        if ((isMerge ? _merge : Find(scalar.Text)) is { } first)
        {
            diagnostics.Add(YamlErrors.DuplicateKey(scalar.AliasSite ?? scalar.Span, scalar.Text, first.Key.AliasSite ?? first.Key.Span));
        }
        else if (isMerge)
        {
            _merge = entry;
        }
        else
        {
            Append(entry);
        }
    }

    public IReadOnlyList<YamlEntry> ToList()
    {
        if (_merge is { } merge)
        {
            Merge(merge.Value, isInList: false);
        }

        return _entries;
    }

    private void Merge(YamlNode value, bool isInList)
    {
        switch (value)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (Find(entry.Key.Text) is null)
                    {
                        Append(value.AliasSite is { } site ? new YamlEntry(YamlAnchors.Use(entry.Key, site), YamlAnchors.Use(entry.Value, site)) : entry);
                    }
                }

                break;
            case YamlSequence sequence when !isInList:
                foreach (var item in sequence.Items)
                {
                    // What comes in through an alias of the whole list is used where that alias stands.
                    Merge(sequence.AliasSite is { } site ? YamlAnchors.Use(item, site) : item, isInList: true);
                }

                break;
            default:
                diagnostics.Add(YamlErrors.MergeNeedsMap(value.AliasSite ?? value.Span, value.Describe()));
                break;
        }
    }

    private YamlEntry? Find(string key)
    {
        if (_index is not null)
        {
            return _index.GetValueOrDefault(key);
        }

        foreach (var entry in _entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    private void Append(YamlEntry entry)
    {
        _entries.Add(entry);
        if (_index is not null)
        {
            _index.Add(entry.Key.Text, entry);
        }
        else if (_entries.Count > SmallSize)
        {
            _index = _entries.ToDictionary(e => e.Key.Text, StringComparer.Ordinal);
        }
    }
}
