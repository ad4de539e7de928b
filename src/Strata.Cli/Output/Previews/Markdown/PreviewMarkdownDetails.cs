using System.Text;
using Strata.Diagnostics;
using Strata.Platform.Costs;
using Strata.Platform.Policies;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>All of one stack, folded: why it is looked at, what happens, what it costs, which rules it breaks.</summary>
internal static class PreviewMarkdownDetails
{
    private const int Sentences = 10;

    /// <param name="withProperties">Else resources without their properties, and files without their lines.</param>
    /// <param name="room">The most UTF-16 units; what does not fit is left out at the end of its part, and counted.</param>
    public static string Of(StackPreview stack, bool withProperties, int room)
    {
        var text = new StringBuilder();
        var counts = PreviewFigures.Counts(stack) is { Length: > 0 } what ? $": {what}" : "";
        text.Append("<details>\n<summary><b>").Append(Markup.Html(PreviewFigures.Title(stack))).Append("</b>").Append(Markup.Html(counts)).Append("</summary>\n\n");
        var most = withProperties ? Sentences : 3;
        List(text, "", stack.Diagnostics.Where(problem => problem.Severity == Severity.Error), Problem, withProperties ? 50 : most);
        List(text, "Why it is shown:", stack.Reasons, reason => $"{Markup.Text(reason.Message)}{Place(reason.Span)}", most);
        List(text, "Probably only renamed:", stack.Renames, rename => $"{Markup.Code(rename.From)} is now {Markup.Code(rename.To)}. {Markup.Text(rename.Advice)}", most);
        List(text, "Risks:", stack.Risks.Where(risk => risk.Kind is not (RiskKind.None or RiskKind.DataLoss)), Risk, most);
        List(text, "New policy findings:", stack.NewFindings, Finding, most);
        List(text, "Policy findings that this mends:", stack.MendedFindings, Mended, most);
        if (stack.Cost is { } cost && cost.Before != cost.After)
        {
            Cost(text, cost, most);
        }

        // A third for files, when there are both.
        var left = Math.Max(500, room - text.Length - 200);
        if (stack.Plan is { } plan)
        {
            Block(text, "diff", PreviewDiff.Lines(plan, withProperties), stack.Files.Count == 0 ? left : left * 2 / 3);
        }

        Files(text, stack.Files, withProperties, left / 3);
        return text.Append("</details>\n\n").ToString();
    }

    private static void Files(StringBuilder text, IReadOnlyList<FileChange> files, bool withLines, int room)
    {
        if (files.Count == 0)
        {
            return;
        }

        text.Append("Rendered files:\n\n");
        var lines = files.SelectMany(file => withLines ? FileLines(file) : [FileTitle(file)]);
        Block(text, "diff", lines, room);
    }

    /// <summary>That a file comes or goes says enough, with its length: the full report has it whole.</summary>
    private static IEnumerable<string> FileLines(FileChange file)
    {
        if (file is not { Before: not null, After: not null })
        {
            return [FileTitle(file)];
        }

        var hunks = Platform.Rendering.RenderDiff.Hunks(file.Before, file.After);
        string[] lines = hunks.Length > 0 ? hunks.TrimEnd('\n').Split('\n') : ["!     a secret in it is another"];
        return lines.Select(Text.DisplayText.OneLine).Prepend(FileTitle(file));
    }

    private static string FileTitle(FileChange file) =>
        file.Before is null ? $"+ {Text.DisplayText.OneLine(file.Path)} ({Lines(file.After)})"
        : file.After is null ? $"- {Text.DisplayText.OneLine(file.Path)} ({Lines(file.Before)})"
        : $"! {Text.DisplayText.OneLine(file.Path)}";

    private static string Lines(string? text) => Text.Count.Of((text ?? "").TrimEnd('\n').Split('\n').Length, "line");

    /// <summary>A fence with as many lines as fit, and how many do not.</summary>
    private static void Block(StringBuilder text, string language, IEnumerable<string> lines, int room)
    {
        List<string> all = [.. lines];
        if (all.Count == 0)
        {
            return;
        }

        var (shown, used) = (0, 0);
        while (shown < all.Count && used + all[shown].Length + 1 <= room)
        {
            used += all[shown++].Length + 1;
        }

        Markup.Fence(text, language, shown == all.Count ? all : all.Take(shown).Append($"# … and {PreviewFigures.Number(all.Count - shown)} more lines"));
        text.Append('\n');
    }

    private static void List<T>(StringBuilder text, string title, IEnumerable<T> items, Func<T, string> line, int most)
    {
        List<T> all = [.. items];
        if (all.Count == 0)
        {
            return;
        }

        text.Append(title).Append(title.Length == 0 ? "" : "\n\n");
        foreach (var item in all.Take(most))
        {
            text.Append("- ").Append(line(item)).Append('\n');
        }

        text.Append(all.Count > most ? $"- … and {PreviewFigures.Number(all.Count - most)} more\n\n" : "\n");
    }

    private static void Cost(StringBuilder text, CostChange cost, int most)
    {
        text.Append("Monthly cost: ").Append(Markup.Text(PreviewFigures.CostLine(cost.Before, cost.After)));
        text.Append(cost.UnknownAfter == 0 ? "\n\n" : $", and {PreviewFigures.Number(cost.UnknownAfter)} {(cost.UnknownAfter == 1 ? "part" : "parts")} without a known price\n\n");
        List(text, "", cost.Components, part => $"{Markup.Code(part.Component)}: {Markup.Text(PreviewFigures.CostLine(part.Before, part.After))}", most);
    }

    private static string Problem(Diagnostic problem) => $"**{problem.Code}**{Place(problem.Span)}: {Markup.Text(problem.Message)}";

    private static string Risk(OperationRisk risk) =>
        $"{PreviewMarkdownCaution.Verb(risk.Operation)} {Markup.Code(PreviewMarkdownCaution.Name(risk.Operation))}: {Markup.Text(risk.Reason)}";

    private static string Mended(PolicyFinding finding) => $"**{Markup.Text(finding.Code)}**{Where(finding)}: {Markup.Text(PreviewFigures.WasWrong(finding))}";

    private static string Where(PolicyFinding finding) =>
        string.IsNullOrEmpty(finding.Resource) ? "" : $" {Markup.Code(finding.Path is null ? finding.Resource : $"{finding.Resource} {finding.Path}")}";

    private static string Finding(PolicyFinding finding)
    {
        var waived = finding.Waiver is { } waiver ? $" Waived until {waiver.Expires:yyyy-MM-dd} by {Markup.Text(waiver.Owner)}: {Markup.Text(waiver.Reason)}" : "";
        return $"{SeverityName.Of(finding.Severity)} **{Markup.Text(finding.Code)}**{Where(finding)}{Place(finding.Span)}: {Markup.Text(finding.Message)}{waived}";
    }

    private static string Place(Text.SourceSpan? span) => span is { } place ? $" ({Markup.Code(place.ToString())})" : "";
}
