using System.Collections;

namespace Strata.Graph;

/// <summary>A free-form object such as Helm values, a custom resource's spec or a policy document.</summary>
public sealed class ValueMap : IInput, IEnumerable<Property>
{
    private readonly List<Property> _properties = [];

    /// <summary>Sets a key; null leaves it out, a second value for a key replaces the first in its place.</summary>
    public Value? this[string key]
    {
        get => _properties.Find(property => property.Name == key).Value;
        set
        {
            if (value is null)
            {
                return;
            }

            for (var i = 0; i < _properties.Count; i++)
            {
                if (_properties[i].Name == key)
                {
                    _properties[i] = new Property(key, value);
                    return;
                }
            }

            _properties.Add(new Property(key, value));
        }
    }

    public void Add(string key, Value? value) => this[key] = value;

    public Value ToValue() => new ObjectValue([.. _properties]);

    public IEnumerator<Property> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static implicit operator Value(ValueMap map) => map.ToValue();
}
