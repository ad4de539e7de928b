using Strata.Diagnostics;
using Strata.Platform.Policies;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Tests.Policies;

public sealed class WaiverTests
{
    private const string Stack = """
        config:
          aws:region: eu-central-1
          strata:team: t
          strata:environment: dev
          strata:cloud: aws
          strata:budget: { monthly: 100, notify: [t@acme.example] }
          strata:waivers:
            no-owner:
              code: STR750
              reason: The team is being founded this month.
              owner: boss@acme.example
              expires: "2026-12-31"
            nothing:
              code: STR700
              reason: There was a public bucket once.
              owner: boss@acme.example
              expires: "2026-12-31"
        """;

    [Fact]
    public void A_waiver_covers_until_its_last_day_and_one_without_use_is_told()
    {
        var findings = Check(new DateOnly(2026, 12, 31));
        Assert.Equal(["STR750", "STR796"], findings.Select(finding => finding.Code));
        Assert.Equal("boss@acme.example", findings[0].Waiver!.Owner);
        Assert.Equal(Severity.Warning, findings[1].Severity);
        Assert.Contains("'nothing'", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_waiver_covers_nothing_and_is_a_finding_itself()
    {
        var findings = Check(new DateOnly(2027, 1, 1));
        Assert.Equal(["STR750", "STR795", "STR796"], findings.Select(finding => finding.Code));
        Assert.Null(findings[0].Waiver);
        Assert.Contains("expired on 2026-12-31", findings[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STR75O", "STR274", "Did you mean 'STR750'?")]
    [InlineData("no-gpus", "STR274", "There is no policy 'no-gpus'.")]
    public void A_waiver_of_no_policy_is_an_error(string code, string problem, string message)
    {
        var found = Assert.Single(Problems(Stack.Replace("code: STR750", $"code: {code}", StringComparison.Ordinal)));
        Assert.Equal(problem, found.Code);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
        Assert.Equal(9, found.Span!.Value.StartPosition.Line);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_an_error() =>
        Assert.Equal("STR246", Assert.Single(Problems(Stack.Replace("\"2026-12-31\"\n    nothing", "\"2026-02-30\"\n    nothing", StringComparison.Ordinal))).Code);

    [Theory]
    [InlineData("{ path: size, operator: above, value: big }", "STR272")]
    [InlineData("{ path: size, operator: is }", "STR270")]
    [InlineData("{ path: size, operator: exists, value: x }", "STR271")]
    [InlineData("{ path: size, operator: like, value: x }", "STR243")]
    [InlineData("", "STR273")]
    public void A_condition_that_means_nothing_is_an_error_with_its_place(string condition, string code)
    {
        var found = Assert.Single(Problems($"{Stack}\n  strata:policies:\n    mine:\n      type: aws:*\n      when: [{condition}]\n      message: Not so.\n"));
        Assert.Equal(code, found.Code);
        Assert.Equal(21, found.Span!.Value.StartPosition.Line);
    }

    [Fact]
    public void A_teams_policy_finds_what_all_its_conditions_are_true_of()
    {
        var (model, graph) = RawGraph.Read(
            $$"""
            {{Stack}}
              strata:policies:
                small-disks:
                  type: aws:ebs/*
                  when: [{ path: size, operator: above, value: "100" }, { path: tags.big, operator: absent }, { path: "zones[*]", operator: matches, value: "eu-*" }]
                  message: Ask before taking so much.
                  severity: warning
                elsewhere:
                  type: aws:ebs/*
                  environments: [prod]
                  when: [{ path: size, operator: exists }]
                  message: Not in prod.
            ---
            - { type: aws:ebs/volume:Volume, name: large, inputs: { size: 200, encrypted: true, zones: [us-1, eu-1] } }
            - { type: aws:ebs/volume:Volume, name: allowed, inputs: { size: 200, encrypted: true, zones: [eu-1], tags: { big: yes } } }
            - { type: aws:ebs/volume:Volume, name: small, inputs: { size: 100, encrypted: true, zones: [eu-1] } }
            """.ReplaceLineEndings("\n"));
        var finding = Assert.Single(PolicyChecker.Check(model, graph, new DateOnly(2026, 12, 1)), finding => finding.Code is "small-disks" or "elsewhere");
        Assert.Equal("aws:ebs/volume:Volume::large", finding.Resource);
        Assert.Equal("'large': Ask before taking so much.", finding.Message);
    }

    private static IReadOnlyList<PolicyFinding> Check(DateOnly today)
    {
        var (model, graph) = RawGraph.Read(Stack);
        return PolicyChecker.Check(model, graph, today);
    }

    private static IReadOnlyList<Diagnostic> Problems(string text) => new StackRepository(new OneStack(text.ReplaceLineEndings("\n"))).Bind("case")!.Diagnostics;

    private sealed class OneStack(string text) : IStackFiles
    {
        public SourceText? Read(string path) => new(path, text);

        public IReadOnlyList<string> List() => ["stacks/Pulumi.case.yaml"];
    }
}
