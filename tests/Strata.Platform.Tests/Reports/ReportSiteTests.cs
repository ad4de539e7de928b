using Strata.Platform.Costs;
using Strata.Platform.Reports;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Tests.Stacks;

namespace Strata.Platform.Tests.Reports;

public sealed class ReportSiteTests
{
    [Fact]
    public void Text_never_becomes_markup()
    {
        Assert.Equal("<p title=\"&quot;&lt;b&gt;\">&lt;script&gt;&amp;</p>", Html.Tag("p", [("title", "\"<b>")], "<script>&").Markup);
        Assert.DoesNotContain("</script><", Html.Data("x", "[\"</script><b>\"]").Markup);
    }

    [Fact]
    public void A_stack_file_full_of_markup_and_secrets_shows_neither()
    {
        var site = SiteOf("""
            config:
              strata:team: dev
              strata:environment: dev
              strata:cloud: aws
              aws:region: eu-west-1
              strata:owner: <script>alert(1)</script>
              strata:description: '"><img src=x onerror=alert(1)>'
              strata:secrets:
                wandb: { secure: v1:c2VjcmV0LXZhbHVl }
              strata:storage:
                lake: { kind: objects }
            """);
        var text = string.Join('\n', site.Where(file => !file.Path.StartsWith("assets/", StringComparison.Ordinal)).Select(file => file.Content));
        Assert.DoesNotContain("<script>alert", text);
        Assert.DoesNotContain("<img", text);
        Assert.DoesNotContain("c2VjcmV0LXZhbHVl", text);
        Assert.Contains("wandb", text);
    }

    [Fact]
    public void A_stack_with_problems_has_a_page_that_says_them()
    {
        var site = SiteOf("""
            config:
              strata:team: dev
              strata:environment: dev
              strata:cloud: aws
              strata:storage:
                lake: { kind: objetcs }
            """);
        Assert.Contains("objetcs", site.Single(file => file.Path == "stacks/dev.html").Content);
        Assert.Contains("stop this stack", site.Single(file => file.Path == "index.html").Content);
    }

    [Fact]
    public void The_same_stacks_give_the_same_pages()
    {
        var first = ReportSite.Of(All(new StackRepository(new CaseFolder("stacks"))));
        var second = ReportSite.Of(All(new StackRepository(new CaseFolder("stacks"))));
        Assert.Equal(first, second);
    }

    private static IReadOnlyList<ReportStack> All(StackRepository stacks) => [.. stacks.Names.Select(name => stacks.Report(name, PriceTable.BuiltIn, new DateOnly(2026, 11, 26)))];

    private static IReadOnlyList<ReportFile> SiteOf(string text) => ReportSite.Of(All(new StackRepository(new StackFolder { ["Pulumi.dev.yaml"] = text })));
}
