using Strata.Diagnostics;
using Strata.Platform.Policies;

namespace Strata.Platform.Tests.Policies;

public sealed class PolicyDiffTests
{
    private static readonly PolicyWaiver Waiver = new("For a reason.", "someone", new DateOnly(2027, 1, 1));

    [Fact]
    public void The_same_findings_are_neither_new_nor_mended()
    {
        var diff = PolicyDiff.Between([Finding("a", "rules[0]")], [Finding("a", "rules[3]")]);
        Assert.Empty(diff.New);
        Assert.Empty(diff.Mended);
    }

    [Fact]
    public void A_second_one_at_another_place_of_a_list_is_new() =>
        Assert.Equal("rules[1]", Assert.Single(PolicyDiff.Between([Finding("a", "rules[0]")], [Finding("a", "rules[0]"), Finding("a", "rules[1]")]).New).Path);

    [Fact]
    public void Another_resource_is_new_and_the_old_one_mended()
    {
        var diff = PolicyDiff.Between([Finding("a", null)], [Finding("b", null)]);
        Assert.Equal("b", Assert.Single(diff.New).Resource);
        Assert.Equal("a", Assert.Single(diff.Mended).Resource);
    }

    [Fact]
    public void What_loses_its_waiver_is_new_and_so_is_what_gets_one_or_another()
    {
        var (open, waived) = (Finding("a", null), Finding("a", null) with { Waiver = Waiver });
        Assert.Null(Assert.Single(PolicyDiff.Between([waived], [open]).New).Waiver);
        Assert.Equal(Waiver, Assert.Single(PolicyDiff.Between([open], [waived]).New).Waiver);
        Assert.Empty(PolicyDiff.Between([open], [waived]).Mended);
        Assert.Single(PolicyDiff.Between([], [waived]).New);
        Assert.Empty(PolicyDiff.Between([waived], [waived]).New);
        Assert.Single(PolicyDiff.Between([waived], [waived with { Waiver = Waiver with { Expires = new DateOnly(2028, 1, 1) } }]).New);
        Assert.Empty(PolicyDiff.Between([waived], []).Mended);
    }

    private static PolicyFinding Finding(string resource, string? path) => new("STR700", Severity.Error, "public-access", resource, path, "Wrong.");
}
