using System.Text;
using Strata.Diagnostics;
using Strata.Platform.Previews;
using Strata.Platform.Rendering;

namespace Strata.Cli.Output.Previews;

/// <summary>One stack of the HTML report: folded, except when it failed or loses data.</summary>
internal static class PreviewHtmlStack
{
    public static void Write(StringBuilder text, StackPreview stack, int index)
    {
        var isOpen = stack.Status == PreviewStatus.Failed || PreviewFigures.LosesData(stack);
        text.Append("<details id=\"s").Append(index).Append('"').Append(isOpen ? " open" : "").Append(">\n<summary><strong>").Append(PreviewHtml.Html(PreviewFigures.Title(stack))).Append("</strong>");
        text.Append(PreviewFigures.Counts(stack) is { Length: > 0 } counts ? $": {PreviewHtml.Html(counts)}" : "").Append("</summary>\n<div>\n");
        List(text, "Problems", stack.Diagnostics.Where(problem => problem.Severity == Severity.Error), problem => $"<strong>{problem.Code}</strong>{Place(problem.Span)}: {PreviewHtml.Html(problem.Message)}");
        List(text, "Why it is shown", stack.Reasons, reason => $"{PreviewHtml.Html(reason.Message)}{Place(reason.Span)}");
        List(text, "Probably only renamed", stack.Renames, rename => $"{PreviewHtml.Code(rename.From)} is now {PreviewHtml.Code(rename.To)}. {PreviewHtml.Html(rename.Advice)}");
        List(text, "Risks", stack.Risks.Where(risk => risk.Kind != RiskKind.None), risk => $"{PreviewMarkdownCaution.Verb(risk.Operation)} {PreviewHtml.Code(PreviewMarkdownCaution.Name(risk.Operation))}: {PreviewHtml.Html(risk.Reason)}");
        List(text, "New policy findings", stack.NewFindings, finding =>
            $"{SeverityName.Of(finding.Severity)} <strong>{PreviewHtml.Html(finding.Code)}</strong> {PreviewHtml.Code($"{finding.Resource} {finding.Path}".Trim())}{Place(finding.Span)}: {PreviewHtml.Html(finding.Message)}"
            + (finding.Waiver is { } waiver ? PreviewHtml.Html($" Waived until {waiver.Expires:yyyy-MM-dd} by {waiver.Owner}: {waiver.Reason}") : ""));
        List(text, "Policy findings that this mends", stack.MendedFindings, finding => $"<strong>{PreviewHtml.Html(finding.Code)}</strong> {PreviewHtml.Code($"{finding.Resource} {finding.Path}".Trim())}: {PreviewHtml.Html(PreviewFigures.WasWrong(finding))}".Replace("<code></code>", "", StringComparison.Ordinal));
        Cost(text, stack);
        if (stack.Plan is { } plan)
        {
            Block(text, "Resources", PreviewDiff.Lines(plan, withProperties: true));
        }

        foreach (var file in stack.Files)
        {
            var hunks = RenderDiff.Hunks(file.Before, file.After);
            Block(text, $"{(file.Before is null ? "New file" : file.After is null ? "Removed file" : "File")} {file.Path}", hunks.Length == 0 ? ["!     a secret in it is another"] : hunks.TrimEnd('\n').Split('\n'));
        }

        text.Append("</div>\n</details>\n");
    }

    private static void Cost(StringBuilder text, StackPreview stack)
    {
        if (stack.Cost is not { } cost || cost.Before == cost.After)
        {
            return;
        }

        var unknown = cost.UnknownAfter == 0 ? "" : $", and {PreviewFigures.Number(cost.UnknownAfter)} without a known price";
        text.Append("<h3>Monthly cost</h3>\n<p>").Append(PreviewHtml.Html(PreviewFigures.CostLine(cost.Before, cost.After) + unknown)).Append("</p>\n");
        List(text, "", cost.Components, part => $"{PreviewHtml.Code(part.Component)}: {PreviewHtml.Html(PreviewFigures.CostLine(part.Before, part.After))}");
    }

    private static void Block(StringBuilder text, string title, IEnumerable<string> lines)
    {
        List<string> all = [.. lines];
        if (all.Count == 0)
        {
            return;
        }

        text.Append("<h3>").Append(PreviewHtml.Html(title)).Append("</h3>\n<pre tabindex=\"0\">");
        foreach (var line in all)
        {
            var kind = line.StartsWith("@@", StringComparison.Ordinal) ? "at" : line.StartsWith('+') ? "add" : line.StartsWith('-') ? "del" : line.StartsWith('!') ? "mod" : "";
            text.Append("<span").Append(kind.Length == 0 ? "" : $" class=\"{kind}\"").Append('>').Append(line.Length == 0 ? " " : PreviewHtml.Html(line)).Append("</span>");
        }

        text.Append("</pre>\n");
    }

    private static void List<T>(StringBuilder text, string title, IEnumerable<T> items, Func<T, string> html)
    {
        List<T> all = [.. items];
        if (all.Count == 0)
        {
            return;
        }

        text.Append(title.Length == 0 ? "" : $"<h3>{title}</h3>\n").Append("<ul>\n");
        foreach (var item in all)
        {
            text.Append("<li>").Append(html(item)).Append("</li>\n");
        }

        text.Append("</ul>\n");
    }

    private static string Place(Text.SourceSpan? span) => span is { } place ? $" ({PreviewHtml.Code(place.ToString())})" : "";
}
