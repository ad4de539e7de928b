using Strata.Text;

namespace Strata.Tests.Text;

public sealed class SpellCheckerTests
{
    [Theory]
    [InlineData("verzioning", "versioning")]
    [InlineData("Versioning", "versioning")]
    [InlineData("versoining", "versioning")]
    [InlineData("gup", "gpu")]
    public void The_nearest_word_is_found(string word, string expected) =>
        Assert.Equal(expected, SpellChecker.Nearest(word, ["kind", "versioning", "gpu", "encryption"]));

    [Fact]
    public void A_word_that_is_far_from_all_has_no_suggestion() =>
        Assert.Null(SpellChecker.Nearest("zebra", ["kind", "versioning", "gpu"]));

    [Theory]
    [InlineData("sagemaker", "sagemaker-studio")]
    [InlineData("jupyter", "jupyterhub")]
    [InlineData("vertex", null)]
    public void A_word_that_only_one_has_in_it_is_that_one(string word, string? expected) =>
        Assert.Equal(expected, SpellChecker.Nearest(word, ["sagemaker-studio", "jupyterhub", "vertex-workbench", "vertex-pipelines"]));

    [Fact]
    public void The_order_of_candidates_does_not_matter() =>
        Assert.Equal(SpellChecker.Nearest("dat", ["date", "data"]), SpellChecker.Nearest("dat", ["data", "date"]));
}
