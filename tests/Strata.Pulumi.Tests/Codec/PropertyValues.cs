using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Strata.Graph;
using Strata.Pulumi.Codec;
using Struct = Google.Protobuf.WellKnownTypes.Struct;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Codec;

/// <summary>Values of every kind, nested, with texts made to mislead: the marks of the protocol as keys and as texts, broken Unicode.</summary>
internal static class PropertyValues
{
    private static readonly string[] Hostile =
    [
        "", " ", "null", "true", "1.30", "value", "secret", "urn", "id", "dependencies", "__proto__", "a.b[0]", "${x}", "\0", "\u2028", "ä", "🦀", "\"\\/<>&'",
        "\ud800", "x\udc00", Signatures.Key, Signatures.Secret, Signatures.Output, Signatures.Resource, .. Signatures.Unknowns, "c44067f5952c0a294b673a41bacd8c17",
        $"x{Signatures.Unknown}", new string('é', 3000),
    ];

    public static Gen<string> AnyText { get; } = Gen.Frequency(
        (3, Gen.Elements(Hostile)),
        (4, Gen.Elements('a', 'B', '0', '-', '_', '.', ' ', 'ß', '€').ArrayOf().Select(chars => new string(chars))));

    public static Gen<double> AnyNumber { get; } = Gen.Elements(0, 1, -1, 0.1, 1e15, 1e21, 123456789012, 9007199254740992, 1e-7, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity);

    public static Arbitrary<PropertyValue> Any { get; } = Gen.Sized(size => Nested(Math.Min(size, 12), Leaf)).ToArbitrary();

    /// <summary>What a configuration can hold: no secrets, references or unknown values in it.</summary>
    public static Arbitrary<PropertyValue> Plain { get; } = Gen.Sized(size => Nested(Math.Min(size, 12), PlainLeaf, isPlain: true)).ToArbitrary();

    private static Gen<PropertyValue> PlainLeaf => Gen.OneOf(
        Gen.Constant(PropertyValue.Null),
        Gen.Elements(PropertyValue.Of(true), PropertyValue.Of(false)),
        AnyNumber.Select(PropertyValue.Of),
        AnyText.Select(PropertyValue.Of));

    private static Gen<PropertyValue> Leaf => Gen.Frequency(
        (5, PlainLeaf),
        (1, Gen.Constant(PropertyValue.Unknown)),
        (1, Gen.Constant(PropertyValue.Secret(PropertyValue.Unknown))),
        (1, Gen.Elements<PropertyValue>(new ResourceProperty("urn:x", "i", "1.2.3"), new ResourceProperty("urn:x", null, ""), new ResourceProperty("urn:x", "", ""))),
        (1, Gen.Constant<PropertyValue>(new OpaqueProperty(Asset))));

    private static ProtoValue Asset => ProtoValue.ForStruct(new Struct
    {
        Fields = { [Signatures.Key] = ProtoValue.ForString("c44067f5952c0a294b673a41bacd8c17"), ["text"] = ProtoValue.ForString(Signatures.Unknown) },
    });

    /// <summary>Whether the protocol has a form for the value, found out another way than the encoder does.</summary>
    public static bool IsSendable(PropertyValue value) => value switch
    {
        NumberProperty number => double.IsFinite(number.Number),
        TextProperty text => !Signatures.Unknowns.Contains(text.Text) && IsUnicode(text.Text),
        ListProperty list => list.Items.All(IsSendable),
        ObjectProperty map => map.Fields.All(entry => entry.Name != Signatures.Key && IsUnicode(entry.Name) && IsSendable(entry.Value)),
        SecretProperty secret => IsSendable(secret.Content),
        _ => true,
    };

    public static bool AreSame(PropertyValue one, PropertyValue other) => (one, other) switch
    {
        (BoolProperty a, BoolProperty b) => a.Flag == b.Flag,
        (NumberProperty a, NumberProperty b) => a.Number.Equals(b.Number),
        (TextProperty a, TextProperty b) => a.Text == b.Text,
        (ListProperty a, ListProperty b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => AreSame(pair.First, pair.Second)),
        (ObjectProperty a, ObjectProperty b) => a.Fields.Length == b.Fields.Length && a.Fields.All(entry => b[entry.Name] is { } found && AreSame(entry.Value, found)),
        (SecretProperty a, SecretProperty b) => AreSame(a.Content, b.Content),
        (ResourceProperty a, ResourceProperty b) => (a.Urn, a.Id, a.PackageVersion) == (b.Urn, b.Id, b.PackageVersion),
        (OpaqueProperty a, OpaqueProperty b) => a.Wire.Equals(b.Wire),
        _ => one.GetType() == other.GetType(),
    };

    /// <summary>A plain value as the graph has it.</summary>
    public static Value InGraph(PropertyValue value) => value switch
    {
        BoolProperty flag => flag.Flag,
        NumberProperty number => number.Number,
        TextProperty text => text.Text,
        ListProperty list => Value.List(list.Items.Select(InGraph)),
        ObjectProperty map => new ObjectValue([.. map.Fields.Select(entry => new Strata.Graph.Property(entry.Name, InGraph(entry.Value)))]),
        _ => Value.Null,
    };

    public static string Show(PropertyValue value) => value switch
    {
        BoolProperty flag => flag.Flag ? "true" : "false",
        NumberProperty number => $"{number.Number}",
        TextProperty text => $"'{text.Text}'",
        ListProperty list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        ObjectProperty map => $"{{{string.Join(", ", map.Fields.Select(entry => $"'{entry.Name}': {Show(entry.Value)}"))}}}",
        SecretProperty secret => $"secret({Show(secret.Content)})",
        _ => value.GetType().Name,
    };

    private static Gen<PropertyValue> Nested(int size, Gen<PropertyValue> leaf, bool isPlain = false)
    {
        if (size == 0)
        {
            return leaf;
        }

        var inner = Nested(size / 2, leaf, isPlain);
        var list = inner.ListOf().Select(items => PropertyValue.List(items.Take(6)));
        var map = AnyText.Zip(inner).ListOf().Select(fields => PropertyValue.Object(fields.Take(6).DistinctBy(entry => entry.Item1).Select(entry => new PropertyField(entry.Item1, entry.Item2))));
        return isPlain
            ? Gen.Frequency((3, leaf), (2, list), (3, map))
            : Gen.Frequency((3, leaf), (2, list), (3, map), (1, inner.Select(PropertyValue.Secret)));
    }

    private static bool IsUnicode(string text)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
