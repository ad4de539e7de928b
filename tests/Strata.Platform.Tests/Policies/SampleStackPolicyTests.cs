using Strata.Diagnostics;
using Strata.Platform.Policies;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Stacks;

namespace Strata.Platform.Tests.Policies;

/// <summary>The sample stacks break nothing that is not waived.</summary>
public sealed class SampleStackPolicyTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly StackRepository Repository = new(new CaseFolder("stacks"));

    public static TheoryData<string> Stacks => [.. Repository.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_sample_stack_breaks_nothing_that_is_not_waived(string name) =>
        Assert.Empty(PolicyRuleTests.Text(Findings(name).Where(finding => finding is { Waiver: null, Severity: Severity.Error })));

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_same_stack_has_the_same_findings(string name) => Assert.Equal(PolicyRuleTests.Text(Findings(name)), PolicyRuleTests.Text(Findings(name)));

    [Fact]
    public void No_message_holds_a_literal_secret()
    {
        var (model, graph) = RawGraph.Read(Golden.Read("policies/literal-secrets/breaks.yaml"));
        Assert.All(PolicyChecker.Check(model, graph, Today), finding => Assert.DoesNotContain("Zq9xK2", finding.Message, StringComparison.Ordinal));
    }

    private static IReadOnlyList<PolicyFinding> Findings(string name) => PolicyChecker.Check(Repository.Bind(name)!.Model!, Repository.Expand(name).Graph!, Today);
}
