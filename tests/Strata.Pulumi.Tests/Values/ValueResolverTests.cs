using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Values;
using Strata.Tests.Pulumi.Codec;
using Strata.Tests.Pulumi.Fakes;

namespace Strata.Tests.Pulumi.Values;

public sealed class ValueResolverTests
{
    private static readonly Thing Known = new("known");
    private static readonly Thing Later = new("later");
    private static readonly StackReference Platform = new("platform-dev");
    private static readonly Invoke Caller = new("aws:index/getCallerIdentity:getCallerIdentity");

    private readonly FixedAnswers _answers = new();
    private readonly PropertyProblems _problems = new(null, "aws:s3/bucket:Bucket lake");

    public ValueResolverTests()
    {
        _answers.Add(
            Known,
            missingIsUnknown: false,
            new PropertyField("arn", PropertyValue.Of("arn:x")),
            new PropertyField("a.b", PropertyValue.Of("dotted")),
            new PropertyField("count", PropertyValue.Of(123456789012345)),
            new PropertyField("names", PropertyValue.List(PropertyValue.Of("n0"))),
            new PropertyField("key", PropertyValue.Secret(PropertyValue.Of("k\"1"))),
            new PropertyField("tags", PropertyValue.Object(new PropertyField("team", PropertyValue.Of("fraud")))));
        _answers.Add(Later, missingIsUnknown: true, new PropertyField("key", PropertyValue.Secret(PropertyValue.Unknown)));
        _answers.Add(Caller, PropertyValue.Object(new PropertyField("accountId", PropertyValue.Of("42"))));
        _answers.Add(Platform, missingIsUnknown: false, new PropertyField("outputs", PropertyValue.Object(
            new PropertyField("vpc", PropertyValue.Object(new PropertyField("id", PropertyValue.Of("vpc-1")))),
            new PropertyField("x.y", PropertyValue.Of("dotted")))));
    }

    public static TheoryData<Value, string> Values => new()
    {
        { Known.Out("arn"), "'arn:x'" },
        { Known.Out("id"), "'the-id'" },
        { Known.Out("urn"), "'urn:aws:s3/bucket:Bucket known'" },
        { Known.Out("a.b"), "'dotted'" },
        { Known.Out("names[0]"), "'n0'" },
        { Known.Out("names[1]"), "NullProperty" },
        { Known.Out("nothing"), "NullProperty" },
        { Later.Out("nothing"), "UnknownProperty" },
        { Caller.Get<string>("accountId"), "'42'" },
        { Caller.Get<string>(""), "{'accountId': '42'}" },
        { Platform.GetStackOutput<string>("vpc.id"), "'vpc-1'" },
        { Platform.GetStackOutput<string>("x.y"), "'dotted'" },
        { Output.Secret<string>(Known.Out("arn")), "secret('arn:x')" },
        { Output.ConfigSecret("wandb"), "secret('w-1')" },
        { Output.Format($"{Known.Out("arn")}/* in {Caller.Get<string>("accountId")}"), "'arn:x/* in 42'" },
        { Output.Format($"n={Known.Out("count")} {Known.Out("tags")} {Known.Out("nothing")}."), "'n=123456789012345 {\"team\":\"fraud\"} .'" },
        { Output.Format($"{Known.Out("arn")}{Later.Out("arn")}"), "UnknownProperty" },
        { Output.Format($"{Known.Out("arn")}{Known.Out("key")}"), "secret('arn:xk\"1')" },
        { Output.Format($"{Known.Out("key")}{Later.Out("arn")}"), "secret(UnknownProperty)" },
        { Output.Format($"{Later.Out("key")}{Known.Out("arn")}"), "secret(UnknownProperty)" },
        { Output.Json(new ValueMap { ["k"] = Known.Out("key"), ["n"] = Value.Null, ["i"] = 3.0, ["f"] = 0.25, ["a"] = Value.List(true, Known.Out("names")) }), "secret('{\"k\":\"k\\\"1\",\"n\":null,\"i\":3,\"f\":0.25,\"a\":[true,[\"n0\"]]}')" },
        { Output.Json(new ValueMap { ["é<&>"] = "ü'+" }), "'{\"é<&>\":\"ü'+\"}'" },
        { Output.Json(new ValueMap { ["x"] = Later.Out("arn") }), "UnknownProperty" },
        { Output.Json(Output.Json(Value.List(Known.Out("arn")))), "'\"[\\\"arn:x\\\"]\"'" },
        { Value.List(Known.Out("key"), "x"), "[secret('k\"1'), 'x']" },
        { new ValueMap { ["a"] = Later.Out("arn"), ["b"] = Value.Null }, "{'a': UnknownProperty, 'b': NullProperty}" },
        { Output.Secret<string>(Output.Format($"{Known.Out("key")}")), "secret('k\"1')" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_made_of_what_was_answered(object value, string expected)
    {
        Assert.Equal(expected, Resolve((Value)value));
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void An_output_of_a_component_is_what_it_was_made_from()
    {
        var component = new ComponentResource("strata:storage:ObjectStore", "lake");
        component.Export("arn", Output.Format($"{Known.Out("arn")}/"));
        component.Export("tags", Known.Out("tags"));

        Assert.Equal("'arn:x/'", Resolve(component.GetOutput<string>("arn")));
        Assert.Equal("'fraud'", Resolve(component.GetOutput<string>("tags.team")));
        Assert.Equal("NullProperty", Resolve(component.GetOutput<string>("nothing")));
    }

    [Fact]
    public void A_secret_that_is_not_configured_is_named()
    {
        Assert.Equal("NullProperty", Resolve(Output.ConfigSecret("wandbb")));
        Assert.Equal(
            "error STR509: 'aws:s3/bucket:Bucket lake' needs the secret 'wandbb', which the stack's configuration does not have. Did you mean 'wandb'? Add it under 'strata:secrets'.",
            Assert.Single(_problems.Found).ToString());
    }

    [Fact]
    public void An_output_another_stack_does_not_have_fails_an_update()
    {
        Assert.Equal("NullProperty", Resolve(Platform.GetStackOutput<string>("vpcs")));
        Assert.Equal(
            "error STR507: 'aws:s3/bucket:Bucket lake' needs the output 'vpcs' of the stack 'platform-dev', which has none of that name. Did you mean 'vpc'? Run 'pulumi up' for 'platform-dev' first.",
            Assert.Single(_problems.Found).ToString());
    }

    [Fact]
    public void An_output_another_stack_does_not_have_yet_is_unknown_in_a_preview()
    {
        Assert.Equal("UnknownProperty", Resolve(Platform.GetStackOutput<string>("vpcs"), isDryRun: true));
        Assert.StartsWith("warning STR508", Assert.Single(_problems.Found).ToString(), StringComparison.Ordinal);
        Assert.False(_problems.Found.HasErrors);
    }

    [Theory]
    [InlineData(true, false, "secret('p')", "secret('q')")]
    [InlineData(true, true, "secret('p')", "'q'")]
    [InlineData(false, true, "'p'", "'q'")]
    public void Outputs_marked_as_a_whole_are_secret_where_they_are_named(bool isMarked, bool areNamed, string password, string other)
    {
        var outputs = PropertyValue.Object(new PropertyField("password", PropertyValue.Of("p")), new PropertyField("other", PropertyValue.Of("q")));
        var stack = new StackReference("s");
        _answers.Add(stack, missingIsUnknown: false, [
            new PropertyField("outputs", isMarked ? PropertyValue.Secret(outputs) : outputs),
            .. areNamed ? [new PropertyField("secretOutputNames", PropertyValue.List(PropertyValue.Of("password")))] : Array.Empty<PropertyField>(),
        ]);

        Assert.Equal(password, Resolve(stack.GetStackOutput<string>("password")));
        Assert.Equal(other, Resolve(stack.GetStackOutput<string>("other")));
    }

    private string Resolve(Value value, bool isDryRun = false) =>
        PropertyValues.Show(new ValueResolver(_answers, new Dictionary<string, string> { ["wandb"] = "w-1" }, isDryRun, _problems).Resolve(value));
}
