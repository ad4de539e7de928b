using System.Text;
using Strata.Diagnostics;
using Strata.Platform.Policies;

namespace Strata.Platform.Tests.Policies;

/// <summary>Each built-in policy on a stack that breaks it and on one that does not.</summary>
public sealed class PolicyRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    public static TheoryData<string> Rules => [.. PolicyCatalog.Rules.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_stack_that_breaks_a_policy_is_told_where(string name)
    {
        var rule = PolicyCatalog.Rules.Single(rule => rule.Name == name);
        var findings = Check($"policies/{name}/breaks.yaml");
        Golden.Check($"policies/{name}/breaks.txt", Text(findings));
        Assert.All(findings, finding => Assert.Equal(rule.Code, finding.Code));
        Assert.NotEmpty(findings);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_stack_that_holds_a_policy_breaks_none(string name) => Assert.Empty(Text(Check($"policies/{name}/holds.yaml")));

    [Fact]
    public void Codes_and_names_are_unique_and_in_order()
    {
        Assert.Equal(PolicyCatalog.Codes.Distinct().Order(StringComparer.Ordinal), PolicyCatalog.Codes);
        Assert.Equal(PolicyCatalog.Rules.Count, PolicyCatalog.Rules.Select(rule => rule.Name).Distinct().Count());
        Assert.All(PolicyCatalog.Rules, rule => Assert.Matches("^STR7[0-8][0-9]$", rule.Code));
    }

    [Fact]
    public void Every_rule_says_what_it_looks_at_and_why() => Assert.All(PolicyCatalog.Rules, rule =>
    {
        Assert.EndsWith(".", rule.LooksAt, StringComparison.Ordinal);
        Assert.EndsWith(".", rule.Why, StringComparison.Ordinal);
        Assert.True(rule.OfResource is not null || rule.OfStack is not null);
    });

    [Fact]
    public void The_page_of_policies_is_what_the_code_says() => Golden.CheckFile("docs/policies.md", PolicyPage.Text());

    private static IReadOnlyList<PolicyFinding> Check(string path)
    {
        var (model, graph) = RawGraph.Read(Golden.Read(path));
        return PolicyChecker.Check(model, graph, Today);
    }

    internal static string Text(IEnumerable<PolicyFinding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append(finding.Severity == Severity.Error ? "error" : "warning").Append(' ').Append(finding.Code).Append(' ').Append(finding.Component);
            text.Append(finding.Resource is null ? "" : $" {finding.Resource}").Append(finding.Path is null ? "" : $" [{finding.Path}]");
            text.Append(finding.Waiver is null ? "" : " (waived)").Append("\n  ").Append(finding.Message).Append('\n');
        }

        return text.ToString();
    }
}
