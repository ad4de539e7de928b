using System.Collections.Immutable;

namespace Strata.Templating;

/// <summary>Named values in the order in which they were given; names are unique.</summary>
public sealed record TemplateMap : TemplateValue
{
    private readonly Dictionary<string, TemplateValue> _values;

    /// <param name="entries">Of two entries with one name the last counts, in the place of the first.</param>
    public TemplateMap(params IEnumerable<KeyValuePair<string, TemplateValue>> entries)
    {
        _values = [];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, value) in entries)
        {
            if (!_values.ContainsKey(name))
            {
                names.Add(name);
            }

            _values[name] = value;
        }

        Names = names.ToImmutable();
        (Size, Depth) = (1, 0);
        foreach (var (name, value) in _values)
        {
            Size += name.Length + value.Size;
            Depth = Math.Max(Depth, value.Depth);
        }

        Depth++;
    }

    public static TemplateMap Empty { get; } = new();

    /// <summary>In order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The value of a name; null when there is none.</summary>
    public TemplateValue? this[string name] => _values.GetValueOrDefault(name);

    internal override string Kind => "a map";

    internal override long Size { get; }

    internal override int Depth { get; }

    /// <summary>Two maps with the same names and values are equal whatever their order.</summary>
    public bool Equals(TemplateMap? other) => ReferenceEquals(this, other) ||
        (other is not null && Names.Length == other.Names.Length && Names.All(name => _values[name].Equals(other[name])));

    public override int GetHashCode() => Names.Length;
}
