using Strata.Generator;

namespace Strata.Tests.Providers;

public sealed class ArgumentsTests
{
    [Fact]
    public void Several_schemas_follow_one_option()
    {
        var arguments = Arguments.Parse(["--schema", "a.json", "b", "--check", "--out", "c"]);

        Assert.NotNull(arguments);
        Assert.Equal(["a.json", "b"], arguments.Schemas);
        Assert.True(arguments.Check);
        Assert.Equal("c", arguments.Output);
        Assert.Equal("src/Strata.Providers/manifest.json", arguments.Manifest);
    }

    [Theory]
    [InlineData]
    [InlineData("--check")]
    [InlineData("--schema")]
    [InlineData("a.json")]
    [InlineData("--schema", "a.json", "--manifest", "m", "n")]
    [InlineData("--schema", "a.json", "--chek")]
    [InlineData("--schema", "a.json", "--out")]
    public void Wrong_usage_is_refused(params string[] words) => Assert.Null(Arguments.Parse(words));
}
