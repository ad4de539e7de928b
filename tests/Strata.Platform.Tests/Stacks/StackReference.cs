using System.Collections;
using System.Text;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Binding;
using Strata.Platform.Stacks.Shapes;

namespace Strata.Platform.Tests.Stacks;

/// <summary>
/// The page of everything a stack file can say, in Markdown: a table for each map with properties. What several places share has one
/// table, which they link to.
/// </summary>
internal sealed class StackReference
{
    private readonly StringBuilder _text = new();

    /// <summary>Records that stand in others, by their heading; each has a table at the end of the page.</summary>
    private readonly SortedDictionary<string, RecordShape> _parts = new(StringComparer.Ordinal);

    private readonly Dictionary<Type, string> _sections = [];

    public static string Text() => new StackReference().Write();

    private string Write()
    {
        var config = ShapeReader.Of<StackConfig>();
        List<PropertyShape> sections = [.. config.Properties.Where(property => RecordsIn(property.Shape).Count > 0)];
        foreach (var section in sections)
        {
            foreach (var record in RecordsIn(section.Shape))
            {
                _sections[record.Type] = section.Name;
            }
        }

        _text.Append("\n## Properties of a stack\n");
        Table(config.Properties, config.Create());
        foreach (var section in sections)
        {
            _text.Append("\n## ").Append(section.Name).Append("\n\n").Append(section.Description).Append('\n');
            if (UnionIn(section.Shape) is { } union)
            {
                Kinds(section.Name, union);
            }
            else
            {
                var record = RecordsIn(section.Shape)[0];
                Table(record.Properties, record.Create());
            }
        }

        _text.Append("\n## Parts\n\nMaps that stand in several places, or inside of others.\n");
        foreach (var (name, record) in _parts.ToList())
        {
            _text.Append("\n### ").Append(name).Append('\n');
            Table(record.Properties, record.Create());
        }

        return _text.ToString();
    }

    /// <summary>What all kinds have first, then what each has of its own.</summary>
    private void Kinds(string section, UnionShape union)
    {
        var common = ShapeReader.Of(union.Kinds[0].Value.Type.BaseType!).Properties;
        _text.Append("\n`").Append(union.Discriminator).Append("` says what a component is: ").AppendJoin(", ", union.Kinds.Select(kind => $"[{kind.Key}](#{section.ToLowerInvariant()}-{kind.Key})")).Append(". All of them have:\n");
        Table(common, union.Kinds[0].Value.Create());
        foreach (var (name, record) in union.Kinds)
        {
            List<PropertyShape> own = [.. record.Properties.Where(property => !common.Any(other => other.Name == property.Name && other.Description == property.Description))];
            _text.Append("\n### ").Append(section).Append(": ").Append(name).Append('\n');
            if (own.Count == 0)
            {
                _text.Append("\nNothing besides.\n");
                continue;
            }

            Table(own, record.Create());
        }
    }

    private void Table(IEnumerable<PropertyShape> properties, ConfigRecord defaults)
    {
        _text.Append("\n| property | is | default | |\n| --- | --- | --- | --- |\n");
        foreach (var property in properties)
        {
            _text.Append("| `").Append(property.Name).Append("` | ").Append(Cell(TypeOf(property.Shape))).Append(" | ").Append(Cell(DefaultOf(property, defaults))).Append(" | ").Append(Cell(property.Description)).Append(" |\n");
        }
    }

    private string TypeOf(Shape shape) => shape switch
    {
        ChoiceShape choice => string.Join(", ", choice.Words.Select(word => $"`{word.Key}`")),
        UnitShape unit => $"{unit.UnitNoun} such as `{unit.Example}`",
        SecretShape => "`{ secret: name }`",
        ReferenceShape reference => $"the name of a {KindNames.Of(reference.Target)}".Replace(" a i", " an i", StringComparison.Ordinal).Replace(" a e", " an e", StringComparison.Ordinal).Replace(" a o", " an o", StringComparison.Ordinal),
        ListShape list => $"list: {TypeOf(list.Item)}",
        MapShape { Key: ReferenceShape key } map => $"map by {TypeOf(key)}: {TypeOf(map.Item)}",
        MapShape map => $"map by name: {TypeOf(map.Item)}",
        RecordShape record => Link(record),
        UnionShape union => string.Join(" or ", union.Kinds.Select(kind => Link(kind.Value)).Distinct()),
        _ => shape.Noun,
    };

    private string Link(RecordShape record)
    {
        if (_sections.TryGetValue(record.Type, out var section))
        {
            return $"[{section}](#{section.ToLowerInvariant()})";
        }

        var name = record.Type.Name.EndsWith("Config", StringComparison.Ordinal) ? record.Type.Name[..^"Config".Length] : record.Type.Name;
        name = PropertyNames.OfChoice(name).Replace('-', ' ');
        name = _sections.ContainsValue(name) ? $"{name} map" : name;
        if (_parts.TryAdd(name, record))
        {
            // What stands in a part is one itself.
            record.Properties.SelectMany(property => RecordsIn(property.Shape)).ToList().ForEach(part => Link(part));
        }

        return $"[{name}](#{name.Replace(' ', '-')})";
    }

    private static string DefaultOf(PropertyShape property, ConfigRecord defaults)
    {
        if (property.IsRequired)
        {
            return "*required*";
        }

        if (property.PerEnvironment is { } per && per.Dev != per.Prod)
        {
            return per.Staging == per.Prod ? $"{Code(per.Dev)} in dev, else {Code(per.Prod)}" : $"{Code(per.Dev)} in dev, {Code(per.Staging)} in staging, {Code(per.Prod)} in prod";
        }

        return property.PerEnvironment is { } always ? Code(always.Prod) : property.Get(defaults) switch
        {
            string or bool or int or double or Enum or SecretRef => Code(ScalarText.Write(property.Get(defaults))!),
            null or ConfigRecord or SecretNames or IDictionary => "",
            IEnumerable list => string.Join(", ", list.Cast<object>().Select(item => ScalarText.Write(item) is { } word ? Code(word) : "")),
            var value => ScalarText.Write(value) is { } word ? Code(word) : "",
        };
    }

    private static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    private static string Cell(string text) => text.Replace("|", @"\|", StringComparison.Ordinal).Replace("<", @"\<", StringComparison.Ordinal);

    private static IReadOnlyList<RecordShape> RecordsIn(Shape shape) => shape switch
    {
        RecordShape record => [record],
        UnionShape union => [.. union.Kinds.Select(kind => kind.Value)],
        ListShape list => RecordsIn(list.Item),
        MapShape map => RecordsIn(map.Item),
        _ => [],
    };

    private static UnionShape? UnionIn(Shape shape) => shape switch
    {
        UnionShape union => union,
        ListShape list => UnionIn(list.Item),
        MapShape map => UnionIn(map.Item),
        _ => null,
    };
}
