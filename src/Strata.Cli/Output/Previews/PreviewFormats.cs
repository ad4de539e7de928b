using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>The forms a preview is shown in.</summary>
internal static class PreviewFormats
{
    /// <summary>The first is the default.</summary>
    public static string[] Names { get; } = ["text", "json"];

    public static void Write(string format, Terminal terminal, PreviewReport report)
    {
        switch (format)
        {
            case "json":
                PreviewJson.Write(terminal.Out, report);
                break;
            default:
                PreviewText.Write(terminal, report);
                break;
        }
    }
}
