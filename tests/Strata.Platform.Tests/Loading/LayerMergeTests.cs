using Strata.Diagnostics;
using static Strata.Platform.Tests.Loading.StackFolder;

namespace Strata.Platform.Tests.Loading;

public sealed class LayerMergeTests
{
    private static StackFolder Folder(string below, string above) => new()
    {
        ["Pulumi.dev.yaml"] = $"config: {{ strata:extends: base, {above} }}\n",
        ["base.yaml"] = $"config: {{ {below} }}\n",
    };

    [Theory]
    [InlineData("strata:x: { a: 1, b: { c: 2 } }", "strata:x: { b: { d: 3 } }", "{x: {a: 1, b: {c: 2, d: 3}}}")]
    [InlineData("strata:x: [1, 2]", "strata:x: [3]", "{x: [3]}")]
    [InlineData("strata:x: 1", "strata:x: '2'", "{x: \"2\"}")]
    [InlineData("strata:x: [1, 2]", "strata:x: { $append: [3] }", "{x: [1, 2, 3]}")]
    [InlineData("strata:x: { l: [1] }", "strata:x: { l: { $append: [2, { a: b }] } }", "{x: {l: [1, 2, {a: b}]}}")]
    [InlineData("strata:y: 1", "strata:x: { $append: [3] }", "{y: 1, x: [3]}")]
    [InlineData("strata:x: { l: { $append: [1] } }", "strata:y: 1", "{x: {l: [1]}, y: 1}")]
    [InlineData("strata:x: { l: { $append: [1] } }", "strata:x: { l: { $append: [2] } }", "{x: {l: [1, 2]}}")]
    [InlineData("strata:x: [{ l: { $append: [1] } }]", "strata:y: 1", "{x: [{l: [1]}], y: 1}")]
    [InlineData("strata:x: 1, strata:y: 2", "strata:x: { $unset: true }", "{y: 2}")]
    [InlineData("strata:x: { a: 1, b: 2 }", "strata:x: { a: { $unset: true } }", "{x: {b: 2}}")]
    [InlineData("strata:x: { a: ~ }", "strata:x: { a: [1] }", "{x: {a: [1]}}")]
    [InlineData("strata:x: { a: ~ }", "strata:x: { a: { $append: [1] } }", "{x: {a: [1]}}")]
    [InlineData("strata:x: {}", "strata:x: { a: ~ }", "{x: {a: ~}}")]
    public void Values_meet_by_their_kind(string below, string above, string expected) =>
        Assert.Equal(expected, Show(Folder(below, above).LoadFine().Config));

    [Fact]
    public void A_value_that_was_removed_may_come_back_as_another_kind()
    {
        var stack = new StackFolder
        {
            ["Pulumi.dev.yaml"] = "config: { strata:extends: [a, b], strata:x: [1] }\n",
            ["a.yaml"] = "config: { strata:x: { a: 1 }, strata:y: 1 }\n",
            ["b.yaml"] = "config: { strata:x: { $unset: true } }\n",
        }.LoadFine();
        Assert.Equal("{y: 1, x: [1]}", Show(stack.Config));
    }

    [Theory]
    [InlineData("strata:x: { a: 1 }", "strata:x: [1]", "'x' is a list here but a map at stacks/base.yaml(1,21)")]
    [InlineData("strata:x: [1]", "strata:x: 1", "'x' is a single value here but a list at")]
    [InlineData("strata:x: { a: 1 }", "strata:x: { a: { b: 1 } }", "'a' is a map here but a single value at")]
    [InlineData("strata:x: { a: 1 }", "strata:x: { a: ~ }", "Write '{ $unset: true }' to remove")]
    [InlineData("strata:x: 1", "strata:x: { $append: [1] }", "the inherited 'x' is a single value at")]
    public void A_change_of_kind_names_both_places(string below, string above, string part)
    {
        var problem = Folder(below, above).LoadProblem();
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.Equal("stacks/Pulumi.dev.yaml", problem.Span!.Value.Source.Path);
        Assert.Equal("stacks/base.yaml", Assert.Single(problem.Related).Span.Source.Path);
    }

    [Theory]
    [InlineData("strata:x: { $apend: [1] }", "Did you mean '$append'?")]
    [InlineData("strata:x: { $append: 1 }", "takes the list of items to add, but this is '1'")]
    [InlineData("strata:x: { $unset: yes }", "takes true and nothing else, but this is 'yes'")]
    [InlineData("strata:x: { $unset: true, a: 1 }", "must be the only key")]
    [InlineData("strata:x: [{ $unset: true }]", "An item of a list inherits nothing")]
    [InlineData("strata:x: { a: { b: [[{ $if: 1 }]] } }", "'$if' is none of them")]
    public void Operators_have_one_form(string config, string part) =>
        Assert.Contains(part, Folder("strata:y: 1", config).LoadProblem().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("strata:x: { $unset: true }")]
    [InlineData("strata:x: { a: { $unset: true } }")]
    public void Removing_what_is_not_there_is_a_warning(string config)
    {
        var problem = Folder("strata:y: 1", config).LoadProblem();
        Assert.Equal((Severity.Warning, "STR228"), (problem.Severity, problem.Code));
    }
}
