using Google.Protobuf.WellKnownTypes;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Pulumi.Codec;

/// <summary>Values that the protocol marks, in the forms the engine takes them.</summary>
internal static class SpecialValues
{
    public static ProtoValue Unknown { get; } = ProtoValue.ForString(Signatures.Unknown);

    /// <summary>An output value without a value: not known, and secret when it is.</summary>
    public static ProtoValue UnknownSecret { get; } = Marked(Signatures.Output, ("secret", ProtoValue.ForBool(true)));

    public static ProtoValue Secret(ProtoValue content) => Marked(Signatures.Secret, ("value", content));

    public static ProtoValue Resource(ResourceProperty resource)
    {
        var reference = Marked(Signatures.Resource, ("urn", ProtoValue.ForString(resource.Urn)));
        if (resource.Id is { } id)
        {
            reference.StructValue.Fields["id"] = ProtoValue.ForString(id);
        }

        if (resource.PackageVersion.Length > 0)
        {
            reference.StructValue.Fields["packageVersion"] = ProtoValue.ForString(resource.PackageVersion);
        }

        return reference;
    }

    private static ProtoValue Marked(string signature, (string Name, ProtoValue Value) field) => ProtoValue.ForStruct(new Struct
    {
        Fields = { [Signatures.Key] = ProtoValue.ForString(signature), [field.Name] = field.Value },
    });
}
