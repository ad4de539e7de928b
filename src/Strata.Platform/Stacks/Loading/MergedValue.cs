using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>A key in the middle of a merge. The last value that was set says its kind and its place.</summary>
internal sealed class MergedValue(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; private set; } = key;

    public YamlNode Value { get; private set; } = value;

    /// <summary>The content when maps of several layers have met.</summary>
    public MergedMap? Map { get; private set; }

    /// <summary>The content when something was appended.</summary>
    public List<YamlNode>? Items { get; private set; }

    public bool IsNull => Value is YamlScalar { IsNull: true };

    public void Replace(YamlScalar key, YamlNode value) => (Key, Value, Map, Items) = (key, value, null, null);

    public void Join(YamlScalar key, YamlMapping value, MergedMap map) => (Key, Value, Map) = (key, value, map);

    public void Append(YamlScalar key, YamlSequence more)
    {
        Items ??= [.. ((YamlSequence)Value).Items];
        Items.AddRange(more.Items);
        (Key, Value) = (key, more);
    }
}
