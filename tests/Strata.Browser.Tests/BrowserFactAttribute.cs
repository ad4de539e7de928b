namespace Strata.Browser.Tests;

/// <summary>A fact that needs Chromium and is skipped, with the reason, where there is none. <c>STRATA_CHROMIUM</c> says where it is.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserPath is null ? "There is no Chromium here: install the package 'chromium', or say in STRATA_CHROMIUM where it is." : null;

    public static string? BrowserPath { get; } =
        new[] { Environment.GetEnvironmentVariable("STRATA_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
