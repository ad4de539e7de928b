using System.Collections;

namespace Strata.Graph;

/// <summary>A map of inputs, written as an initialiser: <c>Tags = new() { ["team"] = team }</c>. Keys keep their order.</summary>
public class InputMap<T> : IInput, IEnumerable<KeyValuePair<string, Input<T>>>
{
    private readonly List<KeyValuePair<string, Input<T>>> _entries = [];

    /// <summary>Sets a key; null leaves it out, a second value for a key replaces the first in its place.</summary>
    public Input<T>? this[string key]
    {
        set
        {
            if (value is null)
            {
                return;
            }

            var entry = KeyValuePair.Create(key, value);
            for (var i = 0; i < _entries.Count; i++)
            {
                if (_entries[i].Key == key)
                {
                    _entries[i] = entry;
                    return;
                }
            }

            _entries.Add(entry);
        }
    }

    public void Add(string key, Input<T>? value) => this[key] = value;

    public Value ToValue() => new ObjectValue([.. _entries.Select(entry => new Property(entry.Key, entry.Value.Value))]);

    public IEnumerator<KeyValuePair<string, Input<T>>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static implicit operator InputMap<T>(Dictionary<string, T> entries)
    {
        var map = new InputMap<T>();
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map;
    }

    public static implicit operator Value(InputMap<T> map) => map.ToValue();
}
