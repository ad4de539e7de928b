using System.Text;
using Strata.Diagnostics;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>
/// A preview as one comment of a pull request. It is never longer than the limit: first the diffs of the least weighty stacks give way
/// to lists of resources, then those to the table alone, then rows of the table to a count. Every fence and block is closed, whatever
/// names and values hold.
/// </summary>
internal static class PreviewMarkdown
{
    /// <summary>In UTF-16 units. GitHub's API refuses bodies of more than 65,536 characters; GitLab's limit is 1,000,000.</summary>
    public const int CommentLimit = 65_000;

    /// <summary>What the sentences that say what was left out may take.</summary>
    private const int Reserve = 500;

    public static string Of(PreviewReport report, PreviewMarkdownOptions options)
    {
        report = Redaction.Of(report);
        var stacks = PreviewFigures.Shown(report);
        var head = Head(report, stacks, options.Limit);
        var foot = PreviewMarkdownFoot.Of(report, stacks, options);
        var room = options.Limit - head.Length - foot.Length - Reserve;
        var table = PreviewMarkdownTable.Of(report, stacks, room);
        var details = Details(stacks, room - table.Length, options.FullReport is not null);
        return $"{head}{table}{details}{foot}";
    }

    /// <summary>A comment for a preview that could not be made, so that the pull request says why and not nothing.</summary>
    public static string OfProblem(Diagnostic problem, PreviewMarkdownOptions options) =>
        $"{new PreviewMarker(null, null, 1)}\n## Strata preview\n\n**There is no preview: it could not be made.**\n\n- **{problem.Code}**: {Markup.Text(problem.Message)}\n\n<sub>Strata {Markup.Html(options.Version)} · updated when the code changes</sub>\n";

    private static string Head(PreviewReport report, IReadOnlyList<StackPreview> stacks, int limit)
    {
        var text = new StringBuilder();
        text.Append(new PreviewMarker(report.Head.Commit, report.Base?.Commit, stacks.Count)).Append('\n');
        text.Append("## Strata preview\n\n");
        text.Append("**").AppendJoin(' ', PreviewFigures.Headline(report).Select(Markup.Text)).Append("**\n\n");
        PreviewMarkdownCaution.Write(text, stacks, limit / 6);
        return text.ToString();
    }

    /// <summary>As many stacks as fit, each as whole as fits: lists first, so that one large stack does not hide the others.</summary>
    private static string Details(IReadOnlyList<StackPreview> stacks, int room, bool hasReport)
    {
        var most = Math.Max(4_000, room / 2);
        var whole = new string?[stacks.Count];
        var used = 0L;
        for (var i = 0; i < stacks.Count && used <= room; i++)
        {
            whole[i] = PreviewMarkdownDetails.Of(stacks[i], withProperties: true, most);
            used += whole[i]!.Length;
        }

        if (used <= room)
        {
            return string.Concat(whole);
        }

        var shown = new List<string>();
        var left = room;
        foreach (var stack in stacks)
        {
            var list = PreviewMarkdownDetails.Of(stack, withProperties: false, 2_000);
            if (list.Length > left)
            {
                break;
            }

            shown.Add(list);
            left -= list.Length;
        }

        var lists = shown.Count;
        for (var i = 0; i < shown.Count; i++)
        {
            if (whole[i] is { } diff && diff.Length - shown[i].Length <= left)
            {
                left -= diff.Length - shown[i].Length;
                shown[i] = diff;
                lists--;
            }
        }

        return $"{string.Concat(shown)}{LeftOut(lists, stacks.Count - shown.Count, hasReport)}";
    }

    private static string LeftOut(int lists, int omitted, bool hasReport)
    {
        string[] parts =
        [
            lists == 0 ? "" : $"{PreviewFigures.Number(lists)} {(lists == 1 ? "stack is" : "stacks are")} shown without properties",
            omitted == 0 ? "" : $"the details of {PreviewFigures.Number(omitted)} {(omitted == 1 ? "stack" : "stacks")} are left out",
        ];
        var text = string.Join("; ", parts.Where(part => part.Length > 0));
        return text.Length == 0 ? "" : $"_To fit in a comment: {text}. The {(hasReport ? "full report" : "command below")} shows all._\n\n";
    }
}
