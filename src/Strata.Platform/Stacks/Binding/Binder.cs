using System.Globalization;
using Strata.Diagnostics;
using Strata.Platform.Stacks.Shapes;
using Strata.Yaml;

namespace Strata.Platform.Stacks.Binding;

/// <summary>
/// Turns a resolved tree into records by their shapes. Reports every problem and goes on, giving a value of the right type
/// where it can, so that one mistake does not hide another. One binder binds one stack.
/// </summary>
internal sealed class Binder(DiagnosticBag diagnostics)
{
    private readonly List<Ref> _references = [];
    private readonly List<(SecretRef Secret, YamlScalar At)> _secrets = [];
    private DeploymentEnvironment _environment = DeploymentEnvironment.Dev;

    /// <summary>All references met so far, for checking when all components are known.</summary>
    public IReadOnlyList<Ref> References => _references;

    /// <summary>All secrets used so far, with the place of their names.</summary>
    public IReadOnlyList<(SecretRef Secret, YamlScalar At)> Secrets => _secrets;

    /// <summary>How many errors are inside components, so that the others can go on.</summary>
    public int BrokenComponentErrors { get; private set; }

    /// <summary>Binds the top of a stack. The environment is read first: defaults depend on it.</summary>
    public StackConfig BindStack(YamlMapping mapping)
    {
        var shape = ShapeReader.Of<StackConfig>();
        if (mapping["environment"] is YamlScalar scalar && shape.Find("environment")?.Shape is ChoiceShape choice
            && choice.Words.FirstOrDefault(word => word.Key == scalar.Text).Value is DeploymentEnvironment environment)
        {
            _environment = environment;
        }

        return (StackConfig)BindRecord(shape, mapping);
    }

    private ConfigRecord BindRecord(RecordShape shape, YamlMapping mapping, string? discriminator = null)
    {
        var record = shape.Create();
        record.Mapping = mapping;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text == discriminator)
            {
                continue;
            }

            if (shape.Find(entry.Key.Text) is not { } property)
            {
                diagnostics.Add(BindingErrors.UnknownProperty(entry.Key.Span, entry.Key.Text, discriminator is null ? [.. shape.PropertyNames] : [discriminator, .. shape.PropertyNames]));
            }
            else if (Bind(property.Shape, property.Name, entry) is { } value)
            {
                property.Set(record, value);
            }
        }

        foreach (var property in shape.Properties)
        {
            if (mapping[property.Name] is null)
            {
                SetDefault(record, property, mapping);
            }
        }

        return record;
    }

    private void SetDefault(ConfigRecord record, PropertyShape property, YamlMapping? mapping)
    {
        if (property.IsRequired)
        {
            if (mapping is not null)
            {
                diagnostics.Add(BindingErrors.MissingProperty(record.KeySpan ?? mapping.Span, property.Name, property.Shape.Noun, property.Description));
            }
        }
        else if (property.PerEnvironment?.For(_environment) is { Length: > 0 } text)
        {
            property.Set(record, ScalarText.Read(property.Shape, text));
        }
        else if (property.Get(record) is ConfigRecord nested)
        {
            FillDefaults(nested);
        }
    }

    /// <summary>Gives a record that the file does not mention its environment's defaults.</summary>
    private void FillDefaults(ConfigRecord record)
    {
        foreach (var property in ShapeReader.Of(record.GetType()).Properties)
        {
            SetDefault(record, property, null);
        }
    }

    private object? Bind(Shape shape, string name, YamlEntry entry) => BindNode(shape, name, entry.Value, entry.Key);

    private object? BindNode(Shape shape, string name, YamlNode node, YamlScalar? key)
    {
        if (node is YamlScalar { IsNull: true })
        {
            diagnostics.Add(BindingErrors.NullValue(key?.Span ?? node.Span, name));
            return null;
        }

        return (shape, node) switch
        {
            (RecordShape record, YamlMapping mapping) => WithKey(BindRecord(record, mapping), key),
            (UnionShape union, YamlMapping mapping) => BindUnion(union, name, mapping, key),
            (ListShape list, YamlSequence sequence) => BindList(list, name, sequence),
            (MapShape map, YamlMapping mapping) => BindMap(map, name, mapping),
            (SecretNamesShape, YamlMapping mapping) => new SecretNames([.. mapping.Entries.Select(e => e.Key.Text)]),
            (SecretShape, YamlMapping mapping) => BindSecret(name, mapping),
            (RecordShape or UnionShape or ListShape or MapShape or SecretNamesShape or SecretShape, _) => Wrong(shape, name, node),
            (_, YamlScalar scalar) => BindScalar(shape, name, scalar),
            _ => Wrong(shape, name, node),
        };
    }

    private object? Wrong(Shape shape, string name, YamlNode node)
    {
        diagnostics.Add(BindingErrors.WrongKind(node.Span, name, node.Describe(), shape.Noun));
        return null;
    }

    private static ConfigRecord WithKey(ConfigRecord record, YamlScalar? key)
    {
        record.KeySpan = key?.Span;
        if (record is NamedConfig component && key is not null)
        {
            component.Name = key.Text;
        }

        return record;
    }

    private ConfigRecord? BindUnion(UnionShape union, string name, YamlMapping mapping, YamlScalar? key)
    {
        var kinds = union.Kinds.Select(k => k.Name).ToArray();
        var stated = mapping[union.Discriminator];
        if (stated is null && key is not null && union.Find(key.Text) is { } named)
        {
            return WithKey(BindRecord(named, mapping, union.Discriminator), key);
        }

        if (stated is null)
        {
            diagnostics.Add(BindingErrors.MissingKind(key?.Span ?? mapping.Span, name, union.Discriminator, kinds));
            return null;
        }

        if (stated is not YamlScalar { Text: var kind } || union.Find(kind) is not { } record)
        {
            diagnostics.Add(BindingErrors.UnknownKind(stated.Span, union.Discriminator, stated is YamlScalar scalar ? scalar.Text : stated.Describe(), kinds));
            return null;
        }

        return WithKey(BindRecord(record, mapping, union.Discriminator), key);
    }

    private object BindList(ListShape shape, string name, YamlSequence sequence)
    {
        var items = new List<object>(sequence.Items.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in sequence.Items)
        {
            if (!shape.Repeats && node is YamlScalar { IsNull: false } scalar && !seen.Add(scalar.Text))
            {
                diagnostics.Add(BindingErrors.DuplicateItem(node.Span, name, scalar.Text));
            }

            if (BindNode(shape.Item, name, node, null) is { } item)
            {
                items.Add(item);
            }
        }

        return shape.Make(items);
    }

    private object BindMap(MapShape shape, string name, YamlMapping mapping)
    {
        var entries = new List<KeyValuePair<object, object>>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal))
        {
            var errors = diagnostics.ErrorCount;
            var key = BindScalar(shape.Key, $"a key of {name}", entry.Key);
            var value = BindNode(shape.Item, entry.Key.Text, entry.Value, entry.Key);
            if (IsComponent(shape.Item) && diagnostics.ErrorCount > errors)
            {
                BrokenComponentErrors += diagnostics.ErrorCount - errors;
                (value as NamedConfig)?.IsBroken = true;
            }

            if (key is not null && value is not null)
            {
                entries.Add(KeyValuePair.Create(key, value));
            }
        }

        return shape.Make(entries);
    }

    private static bool IsComponent(Shape item) =>
        item is UnionShape || (item is RecordShape record && record.Type.IsAssignableTo(typeof(NamedConfig)));

    private SecretRef? BindSecret(string name, YamlMapping mapping)
    {
        if (mapping.Entries is not [{ Key.Text: "secret", Value: YamlScalar { IsNull: false } secret }])
        {
            diagnostics.Add(BindingErrors.WrongKind(mapping.Span, name, "a map of another form", new SecretShape().Noun));
            return null;
        }

        var reference = new SecretRef(secret.Text);
        _secrets.Add((reference, secret));
        return reference;
    }

    private object? BindScalar(Shape shape, string name, YamlScalar scalar)
    {
        if (ScalarTraps.Check(scalar, Expected(shape)) is { } trap)
        {
            diagnostics.Add(trap);
            return null;
        }

        switch (shape)
        {
            case TextShape text:
                if (!text.IsMatch(scalar.Text))
                {
                    diagnostics.Add(BindingErrors.WrongForm(scalar.Span, name, scalar.Text, text.Noun));
                    return null;
                }

                return scalar.Text;

            case BooleanShape:
                return scalar.Text switch { "true" => true, "false" => false, _ => Wrong(shape, name, scalar) };

            case NumberShape number:
                return BindNumber(number, name, scalar);

            case ChoiceShape choice:
                foreach (var (word, value) in choice.Words)
                {
                    if (word == scalar.Text)
                    {
                        return value;
                    }
                }

                diagnostics.Add(BindingErrors.NotAChoice(scalar.Span, name, scalar.Text, [.. choice.Words.Select(word => word.Key)]));
                return null;

            case UnitShape unit:
                var (parsed, problem) = unit.Parse(scalar.Text);
                if (problem is not null)
                {
                    diagnostics.Add(BindingErrors.WrongUnit(scalar.Span, name, scalar.Text, problem, unit.Noun));
                }

                return parsed;

            case ReferenceShape reference:
                var target = reference.Make(scalar.Text, scalar.Span);
                _references.Add(target);
                return target;

            default:
                return Wrong(shape, name, scalar);
        }
    }

    private object? BindNumber(NumberShape shape, string name, YamlScalar scalar)
    {
        if (!double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || (shape.IsWhole && number != Math.Floor(number)))
        {
            return Wrong(shape, name, scalar);
        }

        if (number < shape.Min || number > shape.Max || (shape.IsWhole && Math.Abs(number) > int.MaxValue))
        {
            diagnostics.Add(BindingErrors.OutOfRange(scalar.Span, name, scalar.Text, shape.Noun));
            return null;
        }

        return shape.IsWhole ? (object)(int)number : number;
    }

    private static ExpectedScalar Expected(Shape shape) => shape switch
    {
        BooleanShape => ExpectedScalar.Boolean,
        NumberShape { IsWhole: true } => ExpectedScalar.Integer,
        NumberShape => ExpectedScalar.Number,
        _ => ExpectedScalar.Text,
    };
}
