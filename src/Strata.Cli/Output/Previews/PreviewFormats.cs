using Strata.Diagnostics;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>The forms a preview is shown in.</summary>
internal static class PreviewFormats
{
    /// <summary>The first is the default.</summary>
    public static string[] Names { get; } = ["text", "json", "markdown", "html"];

    /// <summary>A preview that could not be made, in the forms that a pipeline hands on; people read it on standard error.</summary>
    public static void WriteProblem(string format, Terminal terminal, Diagnostic problem)
    {
        switch (format)
        {
            case "json":
                PreviewJson.Write(terminal.Out, problem);
                break;
            case "markdown":
                terminal.Out.Write(PreviewMarkdown.OfProblem(problem, new PreviewMarkdownOptions(ProductVersion.Text)));
                break;
        }
    }

    /// <param name="fullReport">The path of the file that holds the whole report too; null for none.</param>
    public static void Write(string format, Terminal terminal, PreviewReport report, string? fullReport)
    {
        switch (format)
        {
            case "json":
                PreviewJson.Write(terminal.Out, report);
                break;
            case "markdown":
                terminal.Out.Write(PreviewMarkdown.Of(report, new PreviewMarkdownOptions(ProductVersion.Text) { FullReport = fullReport }));
                break;
            case "html":
                terminal.Out.Write(PreviewHtml.Of(report, ProductVersion.Text));
                break;
            default:
                PreviewText.Write(terminal, report);
                break;
        }
    }
}
