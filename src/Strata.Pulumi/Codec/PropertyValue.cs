using System.Collections.Immutable;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Pulumi.Codec;

/// <summary>A value as it stands when the engine is asked or has answered: every reference looked up, unknown where the answer was. Immutable.</summary>
internal abstract class PropertyValue
{
    private protected PropertyValue(bool hasUnknown = false, bool hasSecret = false) => (HasUnknown, HasSecret) = (hasUnknown, hasSecret);

    /// <summary>The value, or something in it, will be known only when the engine has made it.</summary>
    public bool HasUnknown { get; }

    /// <summary>The value, or something in it, must not be shown.</summary>
    public bool HasSecret { get; }

    public static PropertyValue Null { get; } = new NullProperty();

    public static PropertyValue Unknown { get; } = new UnknownProperty();

    public static PropertyValue Of(bool flag) => new BoolProperty(flag);

    public static PropertyValue Of(double number) => new NumberProperty(number);

    public static PropertyValue Of(string text) => new TextProperty(text);

    public static PropertyValue List(params IEnumerable<PropertyValue> items) => new ListProperty([.. items]);

    public static PropertyValue Object(params IEnumerable<PropertyField> fields) => new ObjectProperty([.. fields]);

    /// <summary>The value marked as secret as a whole; marks inside it are then needless and go.</summary>
    public static PropertyValue Secret(PropertyValue content) => new SecretProperty(content.Revealed);

    /// <summary>The value with every mark of secrecy taken away: to make something of it that is marked as a whole.</summary>
    public PropertyValue Revealed => !HasSecret ? this : this switch
    {
        SecretProperty secret => secret.Content,
        ListProperty list => List(list.Items.Select(item => item.Revealed)),
        ObjectProperty map => Object(map.Fields.Select(inner => inner with { Value = inner.Value.Revealed })),
        _ => this,
    };
}

internal readonly record struct PropertyField(string Name, PropertyValue Value);

internal sealed class NullProperty : PropertyValue;

internal sealed class UnknownProperty() : PropertyValue(hasUnknown: true);

internal sealed class BoolProperty(bool flag) : PropertyValue
{
    public bool Flag { get; } = flag;
}

internal sealed class NumberProperty(double number) : PropertyValue
{
    public double Number { get; } = number;
}

internal sealed class TextProperty(string text) : PropertyValue
{
    public string Text { get; } = text;
}

internal sealed class ListProperty(ImmutableArray<PropertyValue> items)
    : PropertyValue(items.Any(item => item.HasUnknown), items.Any(item => item.HasSecret))
{
    public ImmutableArray<PropertyValue> Items { get; } = items;
}

/// <summary>Fields in the order they were set; names are unique.</summary>
internal sealed class ObjectProperty(ImmutableArray<PropertyField> fields)
    : PropertyValue(fields.Any(field => field.Value.HasUnknown), fields.Any(field => field.Value.HasSecret))
{
    public ImmutableArray<PropertyField> Fields { get; } = fields;

    public PropertyValue? this[string name]
    {
        get
        {
            foreach (var field in Fields)
            {
                if (field.Name == name)
                {
                    return field.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>Made by <see cref="PropertyValue.Secret"/>, so that no secret is inside another.</summary>
internal sealed class SecretProperty(PropertyValue content) : PropertyValue(content.HasUnknown, hasSecret: true)
{
    public PropertyValue Content { get; } = content;
}

/// <summary>A resource as a value, which some providers answer with.</summary>
/// <param name="id">Empty when it is not known yet; null for a component, which has none.</param>
internal sealed class ResourceProperty(string urn, string? id, string packageVersion) : PropertyValue(hasUnknown: id is "")
{
    public string Urn { get; } = urn;

    public string? Id { get; } = id;

    public string PackageVersion { get; } = packageVersion;
}

/// <summary>An asset, an archive or something newer: taken and handed on as it came.</summary>
internal sealed class OpaqueProperty(ProtoValue wire) : PropertyValue
{
    public ProtoValue Wire { get; } = wire;
}
