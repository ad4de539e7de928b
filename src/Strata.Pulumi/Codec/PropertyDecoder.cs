using Google.Protobuf.WellKnownTypes;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Pulumi.Codec;

/// <summary>What the engine answers, as values. Takes everything: what has no meaning here is <see cref="OpaqueProperty"/>.</summary>
internal static class PropertyDecoder
{
    public static PropertyValue Decode(ProtoValue value) => value.KindCase switch
    {
        ProtoValue.KindOneofCase.BoolValue => PropertyValue.Of(value.BoolValue),
        ProtoValue.KindOneofCase.NumberValue => PropertyValue.Of(value.NumberValue),
        ProtoValue.KindOneofCase.StringValue => DecodeText(value.StringValue),
        ProtoValue.KindOneofCase.ListValue => PropertyValue.List(value.ListValue.Values.Select(Decode)),
        ProtoValue.KindOneofCase.StructValue => DecodeStruct(value),
        _ => PropertyValue.Null,
    };

    /// <summary>An id, or another text that stands outside an object: empty, too, when it is not known.</summary>
    public static PropertyValue DecodeText(string text) =>
        Signatures.IsUnknown(text) ? PropertyValue.Unknown : PropertyValue.Of(text);

    private static PropertyValue DecodeStruct(ProtoValue value)
    {
        var fields = value.StructValue.Fields;
        if (!fields.TryGetValue(Signatures.Key, out var signature))
        {
            return PropertyValue.Object(fields.Select(field => new PropertyField(field.Key, Decode(field.Value))));
        }

        return signature.StringValue switch
        {
            Signatures.Secret => PropertyValue.Secret(DecodeField(value.StructValue, "value") ?? PropertyValue.Null),
            Signatures.Output => DecodeOutput(value.StructValue),
            Signatures.Resource => DecodeResource(value.StructValue),
            _ => new OpaqueProperty(value),
        };
    }

    private static PropertyValue DecodeOutput(Struct output)
    {
        var value = DecodeField(output, "value") ?? PropertyValue.Unknown;
        return output.Fields.TryGetValue("secret", out var secret) && secret.BoolValue ? PropertyValue.Secret(value) : value;
    }

    private static ResourceProperty DecodeResource(Struct resource)
    {
        var id = DecodeField(resource, "id") switch
        {
            null => null,
            TextProperty text => text.Text,
            _ => "",
        };
        return new ResourceProperty(TextOf("urn"), id, TextOf("packageVersion"));

        string TextOf(string name) => resource.Fields.TryGetValue(name, out var text) ? text.StringValue : "";
    }

    private static PropertyValue? DecodeField(Struct fields, string name) =>
        fields.Fields.TryGetValue(name, out var value) ? Decode(value) : null;
}
