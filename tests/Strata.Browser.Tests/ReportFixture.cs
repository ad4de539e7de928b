using Microsoft.Playwright;
using Strata.Cli;
using Strata.Text;

namespace Strata.Browser.Tests;

/// <summary>The report of the repository's own stacks, and a browser to look at it with.</summary>
public sealed class ReportFixture : IAsyncLifetime
{
    /// <summary>Milliseconds: the other tests run beside this one, and a slow machine is no fault of the report.</summary>
    private const float Patience = 180_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Folder { get; } = Directory.CreateTempSubdirectory("strata-report-").FullName;

    public IEnumerable<string> Pages => Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.BrowserPath is not { } path)
        {
            return;
        }

        var terminal = new Terminal(TextWriter.Null, new StringWriter(), PlainTextStyle.Instance, PlainTextStyle.Instance, 120);
        Assert.Equal(ExitCodes.Fine, StrataCli.Run(["report", "--out", Folder], terminal, Repository.Root));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"], Timeout = Patience });
    }

    /// <summary>A page with nothing on it yet.</summary>
    public async Task<IPage> NewPageAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        page.SetDefaultTimeout(Patience);
        return page;
    }

    /// <summary>A page of the report that can be typed into: Chromium drops what is typed before it has painted.</summary>
    public async Task<IPage> OpenAsync(string path)
    {
        var page = await NewPageAsync();
        await page.GotoAsync(UrlOf(path));
        await page.WaitForFunctionAsync("performance.getEntriesByName('first-contentful-paint').length > 0");
        return page;
    }

    public string UrlOf(string page) => new Uri(Path.Combine(Folder, page)).AbsoluteUri;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
