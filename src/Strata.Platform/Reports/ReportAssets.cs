namespace Strata.Platform.Reports;

/// <summary>The files that pages share. Those that never change are embedded: the charts are Apache ECharts 6.0.0 as the package Vizor.ECharts has it.</summary>
internal static class ReportAssets
{
    public const string Style = "assets/site.css";

    /// <summary>Runs before anything is drawn, so that a dark page never flashes white.</summary>
    public const string Theme = "assets/theme.js";

    public const string Behaviour = "assets/site.js";

    public const string Charts = "assets/echarts.js";

    public const string Index = "assets/index.js";

    public static IEnumerable<ReportFile> Files => new[] { Style, Theme, Behaviour, Charts }.Select(path => new ReportFile(path, Read(path)));

    private static string Read(string path)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream($"report/{path}") ?? throw new InvalidOperationException($"'{path}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
