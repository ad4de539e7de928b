using Strata.Templating;

namespace Strata.Tests.Templating;

public sealed class TemplateDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/templates.md"));

    [Fact]
    public void Every_function_is_documented_as_it_is_called() =>
        Assert.All(FunctionTable.All, function => Assert.Contains($"| `{function.Usage}` |", Page, StringComparison.Ordinal));

    [Fact]
    public void Every_refused_word_is_documented() =>
        Assert.All(Words.Refused.Keys, word => Assert.Contains($"`{word}`", Page, StringComparison.Ordinal));

    [Fact]
    public void The_limits_are_the_documented_ones() => Assert.All(
        new[] { "1,048,576 characters", "64 deep", "16 deep", "100,000 steps", "8,388,608 characters", "67,108,864 characters" },
        limit => Assert.Contains(limit, Page, StringComparison.Ordinal));
}
