using System.Text.RegularExpressions;
using Strata.Cli.Output.Previews;

namespace Strata.Tests.Output.Previews;

public sealed class PreviewHtmlTests
{
    [Fact]
    public void One_file_that_loads_nothing_and_runs_nothing()
    {
        var html = PreviewHtml.Of(SampleReports.Of(SampleReports.Changed("a<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"), SampleReports.Failed("b")), "0.1.0");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"(?!#s)", html);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(html, "<details"), Regex.Count(html, "</details>"));
    }

    [Fact]
    public void A_report_reads_like_this() => Golden.Check("preview/report.html", PreviewHtml.Of(
        SampleReports.Of(SampleReports.Failed("churn-dev"), SampleReports.Changed("fraud-prod", "warehouse"), SampleReports.Changed("search-prod", "index", losesData: false)), "0.1.0"));
}
