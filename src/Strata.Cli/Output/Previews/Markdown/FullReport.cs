using Strata.Diagnostics;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>The whole report, however long, as the kind of file that its name's ending says.</summary>
internal static class FullReport
{
    private static readonly string[] Endings = [".md", ".html", ".json"];

    /// <summary>Null when it can be written.</summary>
    public static Diagnostic? Check(string path) => Endings.Contains(Path.GetExtension(path)) ? null : PreviewErrors.UnknownReport(path, Endings);

    public static string Of(PreviewReport report, string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".html":
                return PreviewHtml.Of(report, ProductVersion.Text);
            case ".json":
                var json = new StringWriter();
                PreviewJson.Write(json, report);
                return json.ToString();
            default:
                return PreviewMarkdown.Of(report, new PreviewMarkdownOptions(ProductVersion.Text) { Limit = PreviewMarkdownOptions.Unlimited });
        }
    }
}
