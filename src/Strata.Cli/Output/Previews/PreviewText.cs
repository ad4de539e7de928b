using Strata.Diagnostics;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Previews;
using Strata.Platform.Rendering;
using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>A preview for people: what is compared, one table, what needs care, then each stack with its reasons and plan.</summary>
internal static class PreviewText
{
    private const int MostReasons = 10;
    private const int MostFileLines = 30;

    public static void Write(Terminal terminal, PreviewReport report)
    {
        var (writer, style, width) = (terminal.Out, terminal.OutStyle, Math.Min(terminal.Width, 120));
        var shown = report.Stacks.Where(stack => stack.Status is not PreviewStatus.Unchanged).ToList();
        WrappedText.Write(writer, style, TextTone.Strong, "", Headline(report), 0, width);
        if (shown.Count == 0)
        {
            return;
        }

        writer.Write('\n');
        PreviewTable.Write(writer, style, shown, width);
        WriteCaution(writer, style, shown, width);
        foreach (var stack in shown)
        {
            writer.Write('\n');
            WriteStack(writer, style, stack, width);
        }
    }

    private static string Headline(PreviewReport report)
    {
        var states = new[] { PreviewStatus.Failed, PreviewStatus.Deleted, PreviewStatus.Created, PreviewStatus.Changed, PreviewStatus.Unchanged }
            .Select(status => (Count: report.Stacks.Count(stack => stack.Status == status), Word: status switch
            {
                PreviewStatus.Failed => "failed",
                PreviewStatus.Deleted => "gone",
                PreviewStatus.Created => "new",
                PreviewStatus.Changed => "changed",
                _ => "unchanged",
            }))
            .Where(state => state.Count > 0).Select(state => $"{state.Count} {state.Word}");
        var head = report.Head switch
        {
            { Ref: { } name, Commit: var commit } => $"{name}{Short(commit, name)}",
            { Commit: { } commit, HasUncommittedWork: false } => commit[..7],
            _ => "the working tree",
        };
        var counts = string.Join(", ", states) is { Length: > 0 } text ? $"Stacks: {text}." : "There are no stacks.";
        return report.Base is { } side ? $"{side.Ref}{Short(side.Commit, side.Ref)} → {head}. {counts}" : counts;
    }

    private static string Short(string? commit, string? name) => commit is null || commit == name ? "" : $" ({commit[..7]})";

    /// <summary>What loses data, interrupts or lets someone in, over all stacks: read before anything else.</summary>
    private static void WriteCaution(TextWriter writer, ITextStyle style, List<StackPreview> stacks, int width)
    {
        WriteRisks("Data", TextTone.Bad, RiskKind.DataLoss);
        WriteRisks("Downtime", TextTone.Caution, RiskKind.Downtime);
        WriteRisks("Access", TextTone.Caution, RiskKind.AccessWidened);

        void WriteRisks(string title, TextTone tone, RiskKind kind)
        {
            var risks = stacks.SelectMany(stack => stack.Risks.Where(risk => risk.Kind == kind).Select(risk => (Stack: stack.Name, Risk: risk))).ToList();
            if (risks.Count == 0)
            {
                return;
            }

            var blocked = risks.Count(risk => risk.Risk.IsBlocked);
            writer.Write('\n');
            style.Write(writer, tone, blocked > 0 ? $"{title} ({blocked} blocked)" : title);
            writer.Write('\n');
            foreach (var (stack, risk) in risks)
            {
                var resource = risk.Operation.Resource;
                WrappedText.Write(writer, style, risk.IsBlocked ? tone : TextTone.Plain, "  ", $"{stack}: {TypeName.Short(resource.TypeToken)} {resource.LogicalName}: {risk.Reason}", 4, width);
            }
        }
    }

    private static void WriteStack(TextWriter writer, ITextStyle style, StackPreview stack, int width)
    {
        if (stack.Plan is null || stack.Plan.Operations.Count == 0)
        {
            style.Write(writer, TextTone.Strong, stack.Status is PreviewStatus.Failed ? $"{stack.Name}: cannot be planned" : stack.Name);
            writer.Write('\n');
        }
        else
        {
            PlanText.Write(writer, stack.Plan, new PlanTextOptions { Style = style, Width = width });
        }

        foreach (var reason in stack.Reasons.Take(MostReasons))
        {
            WrappedText.Write(writer, style, TextTone.Plain, "  why: ", ReasonText.Of(reason), 4, width);
        }

        if (stack.Reasons.Count > MostReasons)
        {
            writer.Write($"  and {Count.Of(stack.Reasons.Count - MostReasons, "other reason")}\n");
        }

        foreach (var rename in stack.Renames)
        {
            WrappedText.Write(writer, style, TextTone.Accent, "  renamed? ", rename.Advice, 4, width);
        }

        foreach (var finding in stack.NewFindings)
        {
            var (title, tone) = finding switch
            {
                { Waiver: { } waiver } => (FormattableString.Invariant($"  waived until {waiver.Expires:yyyy-MM-dd} by {waiver.Owner}: "), TextTone.Caution),
                { Severity: Severity.Error } => ("  finding: ", TextTone.Bad),
                _ => ("  finding: ", TextTone.Caution),
            };
            WrappedText.Write(writer, style, tone, title, $"{finding.Code}: {(finding.Waiver is { } why ? $"{PreviewFigures.WasWrong(finding)} {why.Reason}" : finding.Message)}", 4, width);
        }

        foreach (var finding in stack.Status is PreviewStatus.Deleted ? [] : stack.MendedFindings)
        {
            WrappedText.Write(writer, style, TextTone.Good, "  mended: ", $"{finding.Code}: {PreviewFigures.WasWrong(finding)}", 4, width);
        }

        if (stack.Cost is { IsNone: false } cost)
        {
            var unknown = cost.UnknownAfter > 0 ? $", {Count.Of(cost.UnknownAfter, "part")} without a known price{More(cost.UnknownAfter - cost.UnknownBefore)}" : "";
            WrappedText.Write(writer, style, TextTone.Plain, "  cost: ", $"{PreviewTable.Money(cost.Delta.Expected)} dollars a month{unknown}", 4, width);
        }

        foreach (var problem in stack.Diagnostics.Where(diagnostic => diagnostic.Severity is Severity.Error))
        {
            WrappedText.Write(writer, style, TextTone.Bad, "  ", problem.ToString(), 4, width);
        }

        WriteFiles(writer, style, stack.Files, width);
    }

    private static string More(int parts) => parts switch { 0 => "", > 0 => $" ({parts} more)", _ => $" ({-parts} fewer)" };

    private static void WriteFiles(TextWriter writer, ITextStyle style, IReadOnlyList<FileChange> files, int width)
    {
        foreach (var file in files)
        {
            var (mark, tone) = file.Before is null ? ("+", TextTone.Good) : file.After is null ? ("-", TextTone.Bad) : ("~", TextTone.Caution);
            style.Write(writer, tone, $"{mark} {DisplayText.OneLine(file.Path)}");
            writer.Write('\n');
            if (file is not { Before: not null, After: not null })
            {
                continue; // That it comes or goes says enough; 'strata render --diff' shows it whole.
            }

            var lines = RenderDiff.Hunks(file.Before, file.After).TrimEnd('\n').Split('\n');
            foreach (var line in lines.Take(MostFileLines))
            {
                style.Write(writer, line switch { ['+', ..] => TextTone.Good, ['-', ..] => TextTone.Bad, _ => TextTone.Faint }, DisplayText.Cut("    " + DisplayText.OneLine(line), width));
                writer.Write('\n');
            }

            if (lines.Length > MostFileLines)
            {
                writer.Write($"    … {Count.Of(lines.Length - MostFileLines, "line")} more\n");
            }
        }
    }
}
