using System.Collections.Immutable;
using System.Globalization;
using Strata.Graph;

namespace Strata.Platform.Inputs;

/// <summary>Reads what is known of a resource's inputs. JSON text and secrets are looked into; what is not known yet is null.</summary>
internal static class InputReading
{
    /// <summary>The value at a path of keys, such as <c>vpcConfig.publicAccessCidrs</c>; null when it is not set.</summary>
    public static Value? At(this Resource? resource, string path)
    {
        if (resource is null)
        {
            return null;
        }

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? path : path[..dot];
        foreach (var (name, value) in resource.InputProperties)
        {
            if (name == first)
            {
                return dot < 0 ? value.Inner() : value.At(path[(dot + 1)..]);
            }
        }

        return null;
    }

    /// <inheritdoc cref="At(Resource, string)"/>
    public static Value? At(this Value? value, string path)
    {
        var rest = path.AsSpan();
        while (value is not null)
        {
            var dot = rest.IndexOf('.');
            value = Child(value.Inner(), dot < 0 ? rest : rest[..dot]);
            if (dot < 0)
            {
                break;
            }

            rest = rest[(dot + 1)..];
        }

        return value?.Inner();
    }

    /// <summary>The content of a secret or of JSON text; any other value as it is.</summary>
    public static Value Inner(this Value value) => value switch
    {
        SecretValue secret => secret.Content.Inner(),
        JsonTextValue json => json.Content.Inner(),
        _ => value,
    };

    /// <summary>The text; of a number or a boolean as it is written; null for everything else.</summary>
    public static string? AsText(this Value? value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        BoolValue flag => flag.IsTrue ? "true" : "false",
        _ => null,
    };

    /// <summary>The number, also when it is written as text; null for everything else.</summary>
    public static double? AsNumber(this Value? value) => value switch
    {
        NumberValue number => number.Number,
        TextValue text when double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>True, also when it is written as text.</summary>
    public static bool IsTrue(this Value? value) => value is BoolValue { IsTrue: true } or TextValue { Text: "true" };

    /// <summary>False, also when it is written as text; an absent value is not.</summary>
    public static bool IsFalse(this Value? value) => value is BoolValue { IsTrue: false } or TextValue { Text: "false" };

    /// <summary>The items of a list; a single value is a list of itself, as schemas that flatten have it; nothing for null.</summary>
    public static ImmutableArray<Value> AsItems(this Value? value) => value switch
    {
        null or NullValue => [],
        ListValue list => list.Items,
        _ => [value],
    };

    private static Value? Child(Value value, ReadOnlySpan<char> name)
    {
        if (value is not ObjectValue map)
        {
            return null;
        }

        foreach (var property in map.Properties)
        {
            if (name.SequenceEqual(property.Name))
            {
                return property.Value;
            }
        }

        return null;
    }
}
