using FsCheck;
using FsCheck.Fluent;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Values;
using Strata.Tests.Pulumi.Codec;

namespace Strata.Tests.Pulumi.Values;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("arn", "arn")]
    [InlineData("certificateAuthority.data", "certificateAuthority|data")]
    [InlineData("names[0]", "names|0")]
    [InlineData("[1].x", "1|x")]
    [InlineData("a[0][12].b", "a|0|12|b")]
    [InlineData("tags[\"a.b\"].c", "tags|a.b|c")]
    [InlineData("tags[x]", "tags|[x]")]
    [InlineData("a[-1]", "a|[-1]")]
    [InlineData("a[\"", "a|[\"")]
    [InlineData("", "")]
    public void A_path_is_names_and_numbers(string path, string steps) =>
        Assert.Equal(steps, string.Join('|', PropertyPath.Parse(path).Select(step => step.Name ?? $"{step.Index}")));

    [Fact]
    public void Every_text_is_a_path_that_can_be_followed() =>
        Prop.ForAll(PropertyValues.AnyText.ToArbitrary(), PropertyValues.Any, (path, value) => { PropertyLookup.Find(value, PropertyPath.Parse(path)); })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_of_a_secret_is_secret_and_a_part_of_the_unknown_is_unknown()
    {
        var value = PropertyValue.Object(
            new PropertyField("key", PropertyValue.Secret(PropertyValue.Object(new PropertyField("pem", PropertyValue.Of("x"))))),
            new PropertyField("later", PropertyValue.Unknown),
            new PropertyField("both", PropertyValue.Secret(PropertyValue.Unknown)));

        Assert.Equal("secret('x')", Find("key.pem"));
        Assert.Equal("UnknownProperty", Find("later.a[3]"));
        Assert.Equal("secret(UnknownProperty)", Find("both.a"));
        Assert.Null(Find("key.pom"));
        Assert.Null(Find("key.pem.x"));
        Assert.Null(Find("key[0]"));

        string? Find(string path) => PropertyLookup.Find(value, PropertyPath.Parse(path)) is { } found ? PropertyValues.Show(found) : null;
    }
}
