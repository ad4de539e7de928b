using Google.Protobuf.WellKnownTypes;
using Strata.Pulumi.Engine;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Pulumi.Codec;

/// <summary>
/// Values as the engine takes them. What its protocol has no form for, it would take for something else, so that goes to
/// <paramref name="problems"/> instead, and what is given back is then not fit for sending.
/// </summary>
internal sealed class PropertyEncoder(EngineFeatures features, PropertyProblems problems)
{
    /// <summary>Lists and objects inside each other: what the engine, the CLI and the providers are known to bear.</summary>
    public const int MaxLevels = 500;

    private readonly PropertyPlace _place = new();

    /// <summary>The fields of a resource, or the arguments of a call: one that is null is left out.</summary>
    public Struct Encode(IEnumerable<PropertyField> fields)
    {
        var result = new Struct();
        foreach (var field in fields)
        {
            if (field.Value is not NullProperty)
            {
                Add(result, field);
            }
        }

        return result;
    }

    private ProtoValue Encode(PropertyValue value)
    {
        switch (value)
        {
            case BoolProperty flag:
                return ProtoValue.ForBool(flag.Flag);
            case NumberProperty number:
                return EncodeNumber(number.Number);
            case TextProperty text:
                return EncodeText(text.Text);
            case ListProperty list:
                return EncodeList(list);
            case ObjectProperty map:
                return EncodeObject(map);
            case UnknownProperty:
                return SpecialValues.Unknown;
            case SecretProperty secret:
                return EncodeSecret(secret);
            case ResourceProperty resource:
                return EncodeResource(resource);
            case OpaqueProperty opaque:
                return opaque.Wire;
            default:
                return ProtoValue.ForNull();
        }
    }

    private void Add(Struct result, PropertyField field)
    {
        _place.Enter(field.Name);
        if (field.Name == Signatures.Key || !UnicodeText.IsValid(field.Name))
        {
            problems.Reserved(_place);
        }

        result.Fields[field.Name] = Encode(field.Value);
        _place.Leave();
    }

    private ProtoValue EncodeNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            problems.NotFinite(_place);
        }

        return ProtoValue.ForNumber(number);
    }

    private ProtoValue EncodeText(string text)
    {
        if (Signatures.IsUnknown(text) || !UnicodeText.IsValid(text))
        {
            problems.Reserved(_place);
        }

        return ProtoValue.ForString(text);
    }

    private ProtoValue EncodeList(ListProperty list)
    {
        var result = new ListValue();
        for (var i = 0; i < list.Items.Length && !IsTooDeep(); i++)
        {
            _place.Enter(i);
            result.Values.Add(Encode(list.Items[i]));
            _place.Leave();
        }

        return new ProtoValue { ListValue = result };
    }

    private ProtoValue EncodeObject(ObjectProperty map)
    {
        var result = new Struct();
        foreach (var field in map.Fields)
        {
            if (IsTooDeep())
            {
                break;
            }

            Add(result, field);
        }

        return ProtoValue.ForStruct(result);
    }

    private ProtoValue EncodeSecret(SecretProperty secret)
    {
        if (!features.Secrets)
        {
            problems.SecretsUnsupported();
        }

        // Nothing can leak from what is not known, so an engine without output values gets only that.
        return secret.Content is not UnknownProperty ? SpecialValues.Secret(Encode(secret.Content))
            : features.OutputValues ? SpecialValues.UnknownSecret
            : SpecialValues.Unknown;
    }

    private ProtoValue EncodeResource(ResourceProperty resource) =>
        features.ResourceReferences ? SpecialValues.Resource(resource)
        : resource.Id is "" ? SpecialValues.Unknown
        : ProtoValue.ForString(resource.Id ?? resource.Urn);

    private bool IsTooDeep()
    {
        var isTooDeep = _place.Levels > MaxLevels;
        if (isTooDeep)
        {
            problems.TooDeep(_place);
        }

        return isTooDeep;
    }
}
