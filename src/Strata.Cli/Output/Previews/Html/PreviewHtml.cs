using System.Net;
using System.Text;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>
/// A preview as one HTML file: nothing is loaded from anywhere, and no script runs. Light or dark as the reader's system is, usable with
/// the keyboard (each stack is a <c>details</c> element) and on a phone.
/// </summary>
internal static class PreviewHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --dim: #57606a; --line: #d0d7de; --paper: #fff; --soft: #f6f8fa; --bad: #a40e26; --badsoft: #ffebe9; --good: #116329; --goodsoft: #dafbe1; --warn: #7d4e00; --warnsoft: #fff8c5; --head: #6639ba; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --line: #3d444d; --paper: #0d1117; --soft: #161b22; --bad: #ff9492; --badsoft: #3c1216; --good: #7ee787; --goodsoft: #12301c; --warn: #f0c54c; --warnsoft: #33270a; --head: #d2a8ff; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 76rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        h1 { font-size: 1.5rem; margin: .5rem 0; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
        .lead { font-size: 1.125rem; } .dim, footer { color: var(--dim); }
        .caution { border-left: .3rem solid var(--bad); background: var(--badsoft); padding: .75rem 1rem; margin: 1rem 0; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
        th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
        th { color: var(--dim); font-weight: 600; } .n { text-align: right; font-variant-numeric: tabular-nums; }
        details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; }
        summary { cursor: pointer; padding: .6rem .8rem; background: var(--soft); border-radius: .4rem; overflow-wrap: anywhere; }
        summary:focus-visible, a:focus-visible, pre:focus-visible { outline: 3px solid var(--head); outline-offset: 1px; }
        details > div { padding: .25rem .8rem .8rem; } li { overflow-wrap: anywhere; }
        code, pre { font: .875rem/1.5 ui-monospace, monospace; } code { overflow-wrap: anywhere; }
        pre { overflow-x: auto; background: var(--soft); padding: .6rem 0; border-radius: .4rem; margin: .5rem 0; }
        pre span { display: block; padding: 0 .8rem; min-width: max-content; }
        .add { color: var(--good); background: var(--goodsoft); } .del { color: var(--bad); background: var(--badsoft); } .mod { color: var(--warn); background: var(--warnsoft); } .at { color: var(--head); font-weight: 600; }
        a { color: inherit; } footer { margin-top: 2rem; font-size: .875rem; }
        @media (max-width: 40rem) { body { padding: .75rem; } th, td { padding: .35rem .4rem; } }
        @media print { details > div { display: block; } }
        """;

    /// <param name="version">Of Strata, for the last line.</param>
    public static string Of(PreviewReport report, string version)
    {
        report = Redaction.Of(report);
        var stacks = PreviewFigures.Shown(report);
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        text.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        text.Append("<title>Strata preview</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>Strata preview</h1>\n");
        text.Append("<p class=\"lead\">").Append(Html(string.Join(' ', PreviewFigures.Headline(report)))).Append("</p>\n");
        Caution(text, stacks);
        Table(text, report, stacks);
        for (var i = 0; i < stacks.Count; i++)
        {
            PreviewHtmlStack.Write(text, stacks[i], i);
        }

        text.Append("</main>\n<footer>Strata ").Append(Html(version)).Append(" · head ").Append(Side(report.Head));
        text.Append(report.Base is { } side ? $" · base {Side(side)}" : " · no base: everything is new").Append("</footer>\n</body>\n</html>\n");
        return text.ToString();
    }

    public static string Html(string text) => WebUtility.HtmlEncode(Text.DisplayText.OneLine(text));

    public static string Code(string text) => $"<code>{Html(text)}</code>";

    private static void Caution(StringBuilder text, IReadOnlyList<StackPreview> stacks)
    {
        var risks = stacks.SelectMany(stack => stack.Risks.Where(risk => risk.Kind == RiskKind.DataLoss).Select(risk => (stack, risk))).OrderBy(found => found.risk.IsBlocked ? 0 : 1).ToList();
        if (risks.Count == 0)
        {
            return;
        }

        text.Append("<section class=\"caution\" aria-labelledby=\"loss\">\n<h3 id=\"loss\">Data is lost</h3>\n<ul>\n");
        foreach (var (stack, risk) in risks)
        {
            text.Append("<li><strong>").Append(risk.IsBlocked ? "blocked" : "allowed").Append("</strong>: ").Append(PreviewMarkdownCaution.Verb(risk.Operation)).Append(' ');
            text.Append(Code(PreviewMarkdownCaution.Name(risk.Operation))).Append(" of ").Append(Code(stack.Name)).Append(". ").Append(Html(risk.Reason)).Append("</li>\n");
        }

        text.Append("</ul>\n</section>\n");
    }

    private static void Table(StringBuilder text, PreviewReport report, IReadOnlyList<StackPreview> stacks)
    {
        if (stacks.Count > 0)
        {
            text.Append("<div class=\"wide\" role=\"region\" aria-label=\"Stacks\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">Stack</th><th scope=\"col\">Team</th>");
            text.Append("<th scope=\"col\" class=\"n\"><abbr title=\"created\">+</abbr></th><th scope=\"col\" class=\"n\"><abbr title=\"updated\">~</abbr></th><th scope=\"col\" class=\"n\"><abbr title=\"replaced\">±</abbr></th><th scope=\"col\" class=\"n\"><abbr title=\"deleted\">−</abbr></th>");
            text.Append("<th scope=\"col\">Risk</th><th scope=\"col\">Policy</th><th scope=\"col\" class=\"n\">Cost Δ</th></tr></thead>\n<tbody>\n");
            for (var i = 0; i < stacks.Count; i++)
            {
                Row(text, stacks[i], i);
            }

            text.Append("</tbody>\n</table>\n</div>\n");
        }

        var unchanged = report.Stacks.Count - stacks.Count;
        text.Append(unchanged == 0 ? "" : $"<p class=\"dim\">{PreviewFigures.Number(unchanged)} unchanged.</p>\n");
    }

    private static void Row(StringBuilder text, StackPreview stack, int index)
    {
        var counts = stack.Plan?.Counts;
        text.Append("<tr><td><a href=\"#s").Append(index).Append("\">").Append(Html(PreviewFigures.Title(stack))).Append("</a></td><td>").Append(Html(stack.Team ?? "?")).Append("</td>");
        foreach (var count in new[] { counts?.Create, counts?.Update, counts?.Replace, counts?.Delete })
        {
            text.Append("<td class=\"n\">").Append(PreviewFigures.IsUnknown(stack) ? "?" : count is null or 0 ? "–" : PreviewFigures.Number(count.Value)).Append("</td>");
        }

        text.Append("<td>").Append(Html(PreviewFigures.Risk(stack))).Append("</td><td>").Append(Html(PreviewFigures.Policy(stack))).Append("</td><td class=\"n\">").Append(Html(PreviewFigures.Cost(stack.Cost))).Append("</td></tr>\n");
    }

    private static string Side(PreviewSide side) =>
        $"{(side.Commit is { } commit ? Code(commit[..Math.Min(commit.Length, 7)]) : "without a commit")}{(side.Ref is { } name ? $" ({Code(name)})" : "")}{(side.HasUncommittedWork ? " with uncommitted work" : "")}";
}
