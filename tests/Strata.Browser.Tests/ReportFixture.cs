using Microsoft.Playwright;
using Strata.Cli;
using Strata.Text;

namespace Strata.Browser.Tests;

/// <summary>The report of the repository's own stacks, and a browser to look at it with.</summary>
public sealed class ReportFixture : IAsyncLifetime
{
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
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"] });
    }

    /// <summary>A page with nothing on it yet.</summary>
    public Task<IPage> NewPageAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light) =>
        _browser!.NewPageAsync(new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 } });

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
