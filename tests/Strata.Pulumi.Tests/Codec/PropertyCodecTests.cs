using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Strata.Graph.Formats;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Engine;
using Strata.Pulumi.Values;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Codec;

public sealed class PropertyCodecTests
{
    private static readonly EngineFeatures All = new(Secrets: true, ResourceReferences: true, OutputValues: true, AliasSpecs: true);

    [Fact]
    public void What_is_sent_comes_back_the_same_or_is_refused() =>
        Prop.ForAll(PropertyValues.Any, value =>
        {
            var (wire, problems) = Encode(value);
            var back = PropertyDecoder.Decode(ProtoValue.ForStruct(Struct.Parser.ParseFrom(wire.ToByteArray())));
            var expected = value is NullProperty ? PropertyValue.Object() : PropertyValue.Object(new PropertyField("x", value));
            return (problems.Count > 0 ? !PropertyValues.IsSendable(value) : PropertyValues.AreSame(expected, back)).Label(PropertyValues.Show(value));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void What_has_no_form_in_the_protocol_is_refused() =>
        Prop.ForAll(PropertyValues.Any, value => (Encode(value).Problems.Count > 0 == !PropertyValues.IsSendable(value)).Label(PropertyValues.Show(value)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Plain_values_are_sent_as_Googles_own_reader_of_JSON_reads_them() =>
        Prop.ForAll(PropertyValues.Plain, value =>
        {
            var map = PropertyValue.Object(new PropertyField("x", value));
            return (!PropertyValues.IsSendable(value) || value is NullProperty || Struct.Parser.ParseJson(PropertyJson.Of(map)).Equals(Encode(value).Wire)).Label(PropertyValues.Show(value));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void JSON_is_the_same_whether_it_was_known_before_or_not() =>
        Prop.ForAll(PropertyValues.Plain, value => (PropertyJson.Of(value) == JsonText.Of(PropertyValues.InGraph(value))).Label(PropertyValues.Show(value)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Secrets_and_unknowns_are_known_to_be_inside() =>
        Prop.ForAll(PropertyValues.Any, value =>
            (value.HasSecret == PropertyValues.Show(value).Contains("secret(", StringComparison.Ordinal) && !value.Revealed.HasSecret).Label(PropertyValues.Show(value)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Every_answer_can_be_read_however_malformed_its_special_values() =>
        Prop.ForAll(Wires(4).ToArbitrary(), wire =>
        {
            var value = PropertyDecoder.Decode(wire);
            _ = Encode(value);
            _ = PropertyJson.Of(value.Revealed);
            _ = PropertyText.Of(value.Revealed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Five_hundred_levels_are_sent_and_one_more_is_refused()
    {
        Assert.Empty(Encode(Deep(PropertyEncoder.MaxLevels)).Problems);
        var problem = Assert.Single(Encode(Deep(PropertyEncoder.MaxLevels + 1)).Problems);
        Assert.StartsWith("error STR512: 'aws:s3/bucket:Bucket lake' has at 'x.k[0].k[0].k[0].k[0].k…' lists and objects nested more than 500", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_without_output_values_gets_only_that_it_is_unknown()
    {
        var (wire, _) = Encode(PropertyValue.Secret(PropertyValue.Unknown), All with { OutputValues = false });
        Assert.Equal(Signatures.Unknown, wire.Fields["x"].StringValue);
    }

    [Fact]
    public void An_engine_without_resource_references_gets_ids()
    {
        var (wire, _) = Encode(PropertyValue.List(new ResourceProperty("u", "i", ""), new ResourceProperty("u", null, ""), new ResourceProperty("u", "", "")), All with { ResourceReferences = false });
        Assert.Equal(["i", "u", Signatures.Unknown], wire.Fields["x"].ListValue.Values.Select(value => value.StringValue));
    }

    [Fact]
    public void No_secret_is_sent_to_an_engine_that_does_not_know_secrets()
    {
        var (_, problems) = Encode(PropertyValue.Secret(PropertyValue.Of("s")), All with { Secrets = false });
        Assert.Contains("STR514", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_the_place_and_not_the_value()
    {
        var (_, problems) = Encode(PropertyValue.Object(new PropertyField("rules", PropertyValue.List(PropertyValue.Null, PropertyValue.Of(Signatures.Unknown)))));
        Assert.Equal(
            "error STR510: 'aws:s3/bucket:Bucket lake' has at 'x.rules[1]' a text that cannot be sent: it is one of the marks of Pulumi's protocol, which would be read as something else, or it is not valid Unicode. Change the text.",
            Assert.Single(problems));
    }

    private static PropertyValue Deep(int levels)
    {
        var value = PropertyValue.Of("bottom");
        for (var i = 0; i < levels; i++)
        {
            value = (levels - i) % 2 == 0 ? PropertyValue.List(value) : PropertyValue.Object(new PropertyField("k", value));
        }

        return value;
    }

    private static (Struct Wire, IReadOnlyList<string> Problems) Encode(PropertyValue value, EngineFeatures? features = null)
    {
        var problems = new PropertyProblems(null, "aws:s3/bucket:Bucket lake");
        var wire = new PropertyEncoder(features ?? All, problems).Encode([new PropertyField("x", value)]);
        return (wire, [.. problems.Found.Select(problem => problem.ToString())]);
    }

    private static Gen<ProtoValue> Wires(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant(new ProtoValue()),
            Gen.Constant(ProtoValue.ForNull()),
            PropertyValues.AnyNumber.Select(ProtoValue.ForNumber),
            PropertyValues.AnyText.Where(text => !text.Any(char.IsSurrogate)).Select(ProtoValue.ForString),
            Gen.Elements(ProtoValue.ForBool(true)));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Wires(depth - 1);
        var signature = Gen.Elements(Signatures.Secret, Signatures.Output, Signatures.Resource, "0def7320c3a5731c473e5ecbe6d01bc7", "newer").Select(ProtoValue.ForString);
        var special = signature.Zip(Gen.Elements("value", "secret", "urn", "id", "packageVersion", "dependencies").Zip(inner).ListOf())
            .Select(parts => StructOf([.. parts.Item2, (Signatures.Key, parts.Item1)]));
        return Gen.OneOf(
            leaf,
            inner.ListOf().Select(items => ProtoValue.ForList([.. items.Take(5)])),
            Gen.Elements("a", "b", Signatures.Key, "value").Zip(inner).ListOf().Select(fields => StructOf([.. fields])),
            special);
    }

    private static ProtoValue StructOf(IEnumerable<(string Name, ProtoValue Value)> fields)
    {
        var result = new Struct();
        foreach (var (name, value) in fields)
        {
            result.Fields[name] = value;
        }

        return ProtoValue.ForStruct(result);
    }
}
