using System.Text.RegularExpressions;

namespace Strata.Platform.Stacks.Shapes;

/// <summary>
/// What a place in a stack file can hold: a closed family read once from the config records. The binder, the JSON schema,
/// <c>explain</c> and the reference pages all follow it, so they cannot disagree.
/// </summary>
internal abstract record Shape
{
    /// <summary>To follow "must be": "a number from 1 to 16".</summary>
    public abstract string Noun { get; }
}

/// <param name="Regex">What the text must match, anchored; null for any text.</param>
/// <param name="Meaning">The regular expression in words.</param>
internal sealed record TextShape(string? Regex, string? Meaning) : Shape
{
    private Regex? _form;

    /// <summary>Each form is parsed once, when first needed: the framework's own cache holds fewer than stack files have.</summary>
    public bool IsMatch(string text) => Regex is null || (_form ??= new Regex(Regex)).IsMatch(text);

    public override string Noun => Meaning ?? "text";
}

internal sealed record BooleanShape : Shape
{
    public override string Noun => "true or false";
}

/// <param name="IsWhole">Whole numbers only.</param>
internal sealed record NumberShape(bool IsWhole, double Min, double Max) : Shape
{
    public override string Noun
    {
        get
        {
            var noun = IsWhole ? "a whole number" : "a number";
            return (Min, Max) switch
            {
                (double.MinValue, double.MaxValue) => noun,
                (_, double.MaxValue) => FormattableString.Invariant($"{noun} of at least {Min}"),
                _ => FormattableString.Invariant($"{noun} from {Min} to {Max}"),
            };
        }
    }
}

/// <summary>One word of several.</summary>
/// <param name="Words">The words as files have them, with the enum members they stand for, in declared order.</param>
internal sealed record ChoiceShape(IReadOnlyList<KeyValuePair<string, object>> Words) : Shape
{
    public override string Noun => "one of " + string.Join(", ", Words.Select(word => word.Key));
}

/// <summary>Text with a form of its own, such as <c>32Gi</c>.</summary>
/// <param name="Parse">Gives the value, or the problem as a clause.</param>
internal sealed record UnitShape(string UnitNoun, string Example, string Pattern, Func<string, (object? Value, string? Problem)> Parse) : Shape
{
    public override string Noun => $"{UnitNoun} such as {Example}";
}

/// <summary>The name of another component.</summary>
/// <param name="Target">The config type the name must name.</param>
internal sealed record ReferenceShape(Type Target, Func<string, Text.SourceSpan, Ref> Make) : Shape
{
    public override string Noun => "the name of a component";
}

/// <summary><c>{ secret: name }</c></summary>
internal sealed record SecretShape : Shape
{
    public override string Noun => "a secret by name, { secret: name }";
}

/// <summary>The <c>secrets</c> section itself.</summary>
internal sealed record SecretNamesShape : Shape
{
    public override string Noun => "a map of secrets by name";
}

/// <param name="Make">Builds the list from its bound items.</param>
/// <param name="Repeats">An item may stand in it twice.</param>
internal sealed record ListShape(Shape Item, Func<IReadOnlyList<object>, object> Make, bool Repeats) : Shape
{
    public override string Noun => "a list";
}

/// <param name="Key">What the keys are: text or references.</param>
/// <param name="Make">Builds the map from its bound entries, which are in ordinal order of their keys.</param>
internal sealed record MapShape(Shape Key, Shape Item, Func<IReadOnlyList<KeyValuePair<object, object>>, object> Make) : Shape
{
    public override string Noun => "a map";
}

/// <summary>A record with known properties.</summary>
internal sealed record RecordShape(Type Type, Func<ConfigRecord> Create) : Shape
{
    /// <summary>Set once, after the shape: records may contain each other.</summary>
    public IReadOnlyList<PropertyShape> Properties { get; internal set; } = [];

    public IReadOnlyList<string> PropertyNames { get; internal set; } = [];

    public override string Noun => "a map";

    public bool Equals(RecordShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Type.Name.Length;

    public PropertyShape? Find(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }
}

/// <summary>A record that comes in kinds.</summary>
/// <param name="Discriminator">The property that says which.</param>
/// <param name="Kinds">By name; the shape of a kind is read when it is first asked for, since a stack file has few of them.</param>
internal sealed record UnionShape(string Discriminator, IReadOnlyList<KindShape> Kinds) : Shape
{
    public override string Noun => $"a map with '{Discriminator}'";

    public RecordShape? Find(string kind)
    {
        foreach (var known in Kinds)
        {
            if (known.Name == kind)
            {
                return known.Record;
            }
        }

        return null;
    }
}

/// <summary>One kind of a union.</summary>
internal sealed record KindShape(string Name, Type Type)
{
    public RecordShape Record => ShapeReader.Of(Type);
}
