using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Strata.Browser.Tests;

/// <summary>The report in a real browser, opened from disk as people do.</summary>
public sealed class ReportTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    [BrowserFact]
    public async Task Every_page_loads_without_an_error_and_asks_nobody()
    {
        var problems = new List<string>();
        var page = await report.NewPageAsync();
        page.Console += (_, message) => problems.AddRange(message.Type is "error" or "warning" ? [$"{page.Url}: {message.Text}"] : []);
        page.PageError += (_, error) => problems.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => problems.Add($"{page.Url}: {request.Url} was not there");
        page.Request += (_, request) => problems.AddRange(request.Url.StartsWith("file:", StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : [$"{page.Url}: asked {request.Url}"]);
        foreach (var path in report.Pages)
        {
            await page.GotoAsync(report.UrlOf(path));
        }

        Assert.Equal("", string.Join('\n', problems));
    }

    [BrowserFact]
    public async Task Every_link_leads_somewhere()
    {
        var broken = new List<string>();
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var page = await report.NewPageAsync();
        var links = new List<(string From, string To)>();
        foreach (var path in report.Pages)
        {
            var url = report.UrlOf(path);
            await page.GotoAsync(url);
            anchors[url] = [.. await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id)")];
            links.AddRange((await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(e => e.href)")).Select(to => (url, to)));
        }

        foreach (var (from, to) in links.Distinct())
        {
            var parts = to.Split('#');
            if (!anchors.TryGetValue(parts[0], out var ids) || (parts.Length > 1 && !ids.Contains(Uri.UnescapeDataString(parts[1]))))
            {
                broken.Add($"{from} -> {to}");
            }
        }

        Assert.Equal("", string.Join('\n', broken));
    }

    [BrowserFact]
    public async Task Search_finds_and_leads_there_by_keyboard()
    {
        var page = await report.OpenAsync("features.html");
        await page.Keyboard.PressAsync("/");
        await page.Locator("#search:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("fraud-prod");
        await page.Locator("#found a").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("#found a:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/stacks/fraud-prod.html");
        Assert.Equal("fraud-prod", await page.TextContentAsync("h1"));
    }

    [BrowserFact]
    public async Task The_graph_shows_each_component_and_goes_by_keyboard()
    {
        var page = await report.OpenAsync("stacks/fraud-prod.html");
        await page.WaitForFunctionAsync("document.querySelectorAll('#components svg text').length >= JSON.parse(document.getElementById('components-data').textContent).nodes.length");
        var labels = await page.EvaluateAsync<string[]>("JSON.parse(document.getElementById('components-data').textContent).nodes.map(n => n.label)");
        var drawn = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#components svg text')].map(t => t.textContent)");
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.Contains(label, drawn));

        await page.FocusAsync("#components");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.NotEqual("", await page.TextContentAsync(".drawing .said"));
        await page.Keyboard.PressAsync("+");
        await page.ClickAsync("[data-zoom=fit]");
    }

    [BrowserFact]
    public async Task Labels_and_contrast_are_right_in_both_themes_and_widths()
    {
        var found = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 1280, 400 })
            {
                var page = await report.NewPageAsync(width, scheme);
                foreach (var path in new[] { "index.html", "stacks/fraud-prod.html", "stacks/vision-onprem.html", "features.html", "models.html", "components/index.html", "components/schedulers-airflow.html" })
                {
                    await page.GotoAsync(report.UrlOf(path));
                    var result = await page.RunAxe();
                    found.AddRange(result.Violations.SelectMany(rule => rule.Nodes.Select(node => Say(path, scheme, width, rule, node))));
                    var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                    found.AddRange(overflow > 0 ? [$"{path} {width}: {overflow} pixels too wide"] : []);
                }

                await page.CloseAsync();
            }
        }

        Assert.Equal("", string.Join('\n', found));
    }

    private static string Say(string path, ColorScheme scheme, int width, AxeResultItem rule, AxeResultNode node) => $"{path} {scheme} {width}: {rule.Id}: {node.Html}";
}
