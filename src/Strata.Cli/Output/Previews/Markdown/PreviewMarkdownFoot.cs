using System.Text;
using System.Text.RegularExpressions;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>How to see the same at home, where the full report is, and what was compared.</summary>
internal static partial class PreviewMarkdownFoot
{
    public static string Of(PreviewReport report, IReadOnlyList<StackPreview> stacks, PreviewMarkdownOptions options)
    {
        var text = new StringBuilder();
        if (stacks.Count > 0)
        {
            text.Append("To see this on your machine:\n\n");
            Markup.Fence(text, "bash", [Command(report)]);
            text.Append('\n');
        }

        text.Append(options.FullReport is { } full ? $"The full report is in the files of the run: {Markup.Code(full)}.\n\n" : "");
        string[] parts =
        [
            $"Strata {Markup.Html(options.Version)}",
            $"head {Side(report.Head)}",
            report.Base is { } side ? $"base {Side(side)}" : "no base: everything is new",
            "updated when the code changes",
        ];
        return text.Append("<sub>").AppendJoin(" · ", parts).Append("</sub>\n").ToString();
    }

    /// <summary>Only a name that no shell reads as more than a name gets into a command.</summary>
    private static string Command(PreviewReport report) => report.Base switch
    {
        null => "strata preview --empty-base",
        { Ref: { } name } when Plain().IsMatch(name) => $"strata preview --base {name}",
        { Commit: { } commit } when Plain().IsMatch(commit) => $"strata preview --base {commit}",
        _ => "strata preview",
    };

    private static string Side(PreviewSide side)
    {
        var commit = side.Commit is { } hash && Plain().IsMatch(hash) ? $"<code>{hash[..Math.Min(hash.Length, 7)]}</code>" : "without a commit";
        var name = side.Ref is { } given ? $" (<code>{Markup.Html(given)}</code>)" : "";
        return $"{commit}{name}{(side.HasUncommittedWork ? " with uncommitted work" : "")}";
    }

    [GeneratedRegex(@"\A(?!-)[\w][\w./-]{0,200}\z")]
    private static partial Regex Plain();
}
