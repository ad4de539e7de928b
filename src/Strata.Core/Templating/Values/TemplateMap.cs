using System.Collections.Immutable;

namespace Strata.Templating;

/// <summary>Named values in the order in which they were given; names are unique.</summary>
public sealed record TemplateMap : TemplateValue
{
    /// <summary>Fewer names are found faster by looking at each.</summary>
    private const int SmallSize = 8;

    private readonly Dictionary<string, int>? _places;

    /// <param name="entries">Of two entries with one name the last counts, in the place of the first.</param>
    public TemplateMap(params IEnumerable<KeyValuePair<string, TemplateValue>> entries)
    {
        var names = new List<string>();
        var values = new List<TemplateValue>();
        foreach (var (name, value) in entries)
        {
            if ((_places is null ? names.IndexOf(name) : _places.GetValueOrDefault(name, -1)) is >= 0 and var at)
            {
                values[at] = value;
                continue;
            }

            _places?.Add(name, names.Count);
            names.Add(name);
            values.Add(value);
            if (names.Count == SmallSize)
            {
                _places = names.Select((known, place) => (known, place)).ToDictionary(one => one.known, one => one.place, StringComparer.Ordinal);
            }
        }

        (Names, Values) = ([.. names], [.. values]);
        (Size, Depth) = (1, 0);
        for (var i = 0; i < values.Count; i++)
        {
            Size += names[i].Length + values[i].Size;
            Depth = Math.Max(Depth, values[i].Depth);
        }

        Depth++;
    }

    public static TemplateMap Empty { get; } = new();

    /// <summary>In order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<TemplateValue> Values { get; }

    /// <summary>The value of a name; null when there is none.</summary>
    public TemplateValue? this[string name] =>
        (_places is null ? Names.IndexOf(name) : _places.GetValueOrDefault(name, -1)) is >= 0 and var at ? Values[at] : null;

    internal override string Kind => "a map";

    internal override long Size { get; }

    internal override int Depth { get; }

    /// <summary>Two maps with the same names and values are equal whatever their order.</summary>
    public bool Equals(TemplateMap? other) => ReferenceEquals(this, other) ||
        (other is not null && Names.Length == other.Names.Length && Names.All(name => this[name]!.Equals(other[name])));

    public override int GetHashCode() => Names.Length;
}
