using Strata.Diagnostics;

namespace Strata.Platform.Tests.Loading;

public sealed class EngineConfigSizeTests
{
    private static string File(int length, string filler = "x") =>
        "config:\n  strata:team: fraud\n  strata:notes:\n    a: { b: \"c\", \"d\": [1, true, ~] }\n"
        + $"    text: \"{string.Concat(Enumerable.Repeat(filler, length))}\"\n  strata:other: [{new string('y', 500)}]\n  aws:region: r\n";

    [Theory]
    [InlineData("x", 1)]
    [InlineData("<", 7)]
    [InlineData("\\n", 3)]
    [InlineData("é", 2)]
    [InlineData("😀", 4)]
    public void The_size_is_that_of_the_environment_variable(string filler, int bytesEach)
    {
        // One filler more takes so many bytes more, up to the last byte that Linux allows.
        var fits = (131_072 - Size(File(0, filler))) / bytesEach;
        Assert.Equal(Severity.Warning, Assert.Single(new StackFolder { ["Pulumi.dev.yaml"] = File(fits, filler) }.Load().Diagnostics).Severity);
        Assert.Equal(Severity.Error, Assert.Single(new StackFolder { ["Pulumi.dev.yaml"] = File(fits + 1, filler) }.Load().Diagnostics).Severity);
    }

    [Fact]
    public void A_file_that_is_too_large_names_its_largest_keys()
    {
        var problem = new StackFolder { ["Pulumi.dev.yaml"] = File(140_000) }.LoadProblem();
        Assert.Equal("STR238", problem.Code);
        Assert.Contains("'strata:notes' (140,0", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"has {Size(File(140_000))}.", problem.Message, StringComparison.Ordinal);
        Assert.Contains("fragments are read from disk and do not count", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_do_not_count() => new StackFolder
    {
        ["Pulumi.dev.yaml"] = "config: { strata:extends: base }\n",
        ["base.yaml"] = File(140_000).Replace("  strata:team: fraud\n", "", StringComparison.Ordinal),
    }.LoadFine();

    [Fact]
    public void Half_the_limit_is_no_warning() => new StackFolder { ["Pulumi.dev.yaml"] = File(60_000) }.LoadFine();

    private static int Size(string file)
    {
        // .NET writes an inner quote as \u0022 where Go writes \": four bytes more for each.
        var (config, _) = PulumiEngine.Read(file);
        var quotes = config.Values.Sum(v => v.Count(c => c == '"'));
        return PulumiEngine.EnvironmentSize(file) - (4 * quotes);
    }
}
