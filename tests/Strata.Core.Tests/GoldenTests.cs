using Xunit.Sdk;

namespace Strata.Tests;

public sealed class GoldenTests
{
    [Fact]
    public void A_difference_is_shown_by_lines_with_what_is_around_it() => Assert.Equal(
        "  @@ line 2\n  2\n  3\n  4\n- 5\n+ five\n  6\n  7\n  8",
        TextDiff.Of("1\n2\n3\n4\n5\n6\n7\n8\n9\n10", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10"));

    [Fact]
    public void What_is_far_from_any_difference_is_left_out()
    {
        var lines = Enumerable.Range(0, 40).Select(i => $"line {i}").ToArray();
        var diff = TextDiff.Of(string.Join('\n', lines), string.Join('\n', lines.Append("end").Prepend("start")));
        Assert.Contains("+ start\n  line 0\n  line 1\n  line 2\n  …\n", diff, StringComparison.Ordinal);
        Assert.EndsWith("  line 39\n+ end", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_golden_fails_and_says_how_to_accept() =>
        Assert.Contains("STRATA_ACCEPT=1 dotnet test tests/Strata.Core.Tests", Failure("never/accepted.txt"), StringComparison.Ordinal);

    [Fact]
    public void A_different_golden_fails_and_shows_how() =>
        Assert.Contains("- flowchart LR", Failure("formats/graph.mmd"), StringComparison.Ordinal);

    /// <summary>How the check of a file ends that must not be accepted.</summary>
    private static string Failure(string path) => Assert.Throws<FailException>(() => Golden.Check(path, "other\n", accept: false)).Message;
}
