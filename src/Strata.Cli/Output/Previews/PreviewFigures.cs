using System.Globalization;
using Strata.Diagnostics;
using Strata.Planning;
using Strata.Platform.Costs;
using Strata.Platform.Policies;
using Strata.Platform.Previews;
using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>The figures of a preview in few words, the same in every format for people.</summary>
internal static class PreviewFigures
{
    /// <summary>In the order in which they are shown: failed, those that lose data, other changes; by name within each. Unchanged ones are left out.</summary>
    public static IReadOnlyList<StackPreview> Shown(PreviewReport report) =>
    [
        .. report.Stacks.Where(stack => stack.Status != PreviewStatus.Unchanged)
            .OrderBy(stack => stack.Status == PreviewStatus.Failed ? 0 : LosesData(stack) ? 1 : 2)
            .ThenBy(stack => stack.Name, StringComparer.Ordinal),
    ];

    public static bool LosesData(StackPreview stack) => stack.Risks.Any(risk => risk.Kind == RiskKind.DataLoss);

    public static PlanCounts Counts(IEnumerable<StackPreview> stacks) => stacks.Aggregate(default(PlanCounts), (sum, stack) => sum + (stack.Plan?.Counts ?? default));

    /// <summary>One sentence or a few: how many stacks change, what happens to resources, what is at stake, what it costs.</summary>
    public static IReadOnlyList<string> Headline(PreviewReport report)
    {
        var shown = Shown(report);
        if (shown.Count == 0)
        {
            return [$"No stack changes ({Number(report.Stacks.Count)} compared)."];
        }

        var failed = shown.Count(stack => stack.Status == PreviewStatus.Failed);
        var unknown = shown.Count(IsUnknown);
        var changed = shown.Count - failed - unknown;
        var counts = Counts(shown) with { Same = 0 };
        var risks = shown.SelectMany(stack => stack.Risks.Where(risk => risk.Kind == RiskKind.DataLoss)).ToList();
        var blocked = risks.Count(risk => risk.IsBlocked);
        var findings = shown.SelectMany(stack => stack.NewFindings).Count(finding => finding.Waiver is null);
        var waived = shown.Sum(stack => stack.NewFindings.Count) - findings;
        string[] sentences =
        [
            failed == 0 ? "" : $"{Stacks(failed)} cannot be planned.",
            changed == 0 ? "" : $"{Number(changed)} of {Stacks(report.Stacks.Count)} {(changed == 1 ? "changes" : "change")}: {What(counts, shown.Sum(stack => stack.Files.Count))}.",
            unknown == 0 ? "" : $"What changes in {Stacks(unknown)} is not known.",
            risks.Count == 0 ? "" : $"{Number(risks.Count)} {(risks.Count == 1 ? "operation loses" : "operations lose")} data, {(blocked == 0 ? "allowed by the stacks" : blocked == risks.Count ? "blocked" : $"{Number(blocked)} of them blocked")}.",
            findings == 0 ? "" : $"{Number(findings)} new policy {(findings == 1 ? "finding" : "findings")}.",
            waived == 0 ? "" : $"{Number(waived)} policy {(waived == 1 ? "finding is" : "findings are")} waived.",
            CostSentence(shown),
        ];
        return [.. sentences.Where(sentence => sentence.Length > 0)];
    }

    /// <summary>Of one stack: <c>3 to create, 1 to update</c>, how many rendered files when that is all, or that it is not known.</summary>
    public static string Counts(StackPreview stack) => stack.Plan is null ? "" : IsUnknown(stack) ? "not known" : What(stack.Plan.Counts with { Same = 0 }, stack.Files.Count);

    /// <summary>The stack's base could not be planned, so that there is nothing to compare with.</summary>
    public static bool IsUnknown(StackPreview stack) =>
        stack is { Status: PreviewStatus.Changed, Plan: { Operations: [], Outputs: [] }, Files: [] } && stack.Reasons.Any(reason => reason.Kind == AffectedKind.Unsure);

    private static string What(PlanCounts counts, int files) => counts.Changes > 0 ? counts.ToString() : files > 0 ? Count.Of(files, "rendered file") : "no resource";

    public static string Title(StackPreview stack) => stack.Status switch
    {
        PreviewStatus.Created => $"{stack.Name} (new)",
        PreviewStatus.Deleted => $"{stack.Name} (removed)",
        PreviewStatus.Failed => $"{stack.Name} (failed)",
        _ => stack.Name,
    };

    /// <summary>The heaviest risk; <c>–</c> for none, <c>?</c> when the stack could not be planned.</summary>
    public static string Risk(StackPreview stack) => stack.Risks.Where(risk => risk.Kind != RiskKind.None).OrderBy(risk => risk.Kind).ThenBy(risk => risk.IsBlocked ? 0 : 1).FirstOrDefault() switch
    {
        null => stack.Status == PreviewStatus.Failed || IsUnknown(stack) ? "?" : "–",
        { IsBlocked: true } => "⛔ data loss, blocked",
        { Kind: RiskKind.DataLoss } => "🔴 data loss",
        { Kind: RiskKind.Downtime } => "🟠 downtime",
        { Kind: RiskKind.AccessWidened } => "🟡 access widened",
        _ => "🔵 cost",
    };

    /// <summary>Findings that are new, as <c>2 errors, 1 warning, 1 waived</c>.</summary>
    public static string Policy(StackPreview stack)
    {
        var open = stack.NewFindings.Where(finding => finding.Waiver is null).ToList();
        var errors = open.Count(finding => finding.Severity == Severity.Error);
        var waived = stack.NewFindings.Count - open.Count;
        string[] parts = [errors == 0 ? "" : Count.Of(errors, "error"), open.Count == errors ? "" : Count.Of(open.Count - errors, "warning"), waived == 0 ? "" : $"{Number(waived)} waived"];
        return stack.Status == PreviewStatus.Failed || IsUnknown(stack) ? "?" : string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "–";
    }

    /// <summary>Of a finding that is mended, what was wrong, and not how to mend it.</summary>
    public static string WasWrong(PolicyFinding finding) => finding.Message.Split(". ")[0].TrimEnd('.') + ".";

    /// <summary>Of what is expected: <c>+$41</c>; parts without a price are counted, never taken for nothing.</summary>
    public static string Cost(CostChange? cost) => cost is null ? "?" : (Math.Round(cost.Delta.Expected, MidpointRounding.AwayFromZero), cost.UnknownAfter - cost.UnknownBefore) switch
    {
        (0, 0) => "–",
        (0, > 0 and var more) => $"{more} unknown",
        (0, var fewer) => $"{-fewer} unknown less",
        (var delta, 0) => Signed(delta),
        (var delta, > 0 and var more) => $"{Signed(delta)} and {more} unknown",
        (var delta, var fewer) => $"{Signed(delta)} and {-fewer} unknown less",
    };

    /// <summary><c>$1,200 → $1,241 (+$41)</c>, with low and high when they differ.</summary>
    public static string CostLine(CostRange before, CostRange after)
    {
        var delta = after - before;
        var line = $"{Money(before.Expected)} → {Money(after.Expected)} ({Signed(delta.Expected)})";
        return after.Low == after.High ? line : $"{line}; between {Money(after.Low)} and {Money(after.High)}";
    }

    public static string Money(decimal dollars) =>
        string.Create(CultureInfo.InvariantCulture, $"{(dollars < 0 ? "−" : "")}${Math.Abs(Math.Round(dollars, Math.Abs(dollars) < 10 ? 2 : 0, MidpointRounding.AwayFromZero)):#,0.##}");

    public static string Signed(decimal dollars) => dollars < 0 ? Money(dollars) : $"+{Money(dollars)}";

    public static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Stacks(int number) => $"{Number(number)} {(number == 1 ? "stack" : "stacks")}";

    private static string CostSentence(IReadOnlyList<StackPreview> stacks)
    {
        var costs = stacks.Select(stack => stack.Cost).OfType<CostChange>().ToList();
        var delta = costs.Aggregate(CostRange.Zero, (sum, cost) => sum + cost.Delta).Expected;
        var unknown = costs.Sum(cost => Math.Max(0, cost.UnknownAfter - cost.UnknownBefore));
        return (delta, unknown) switch
        {
            (0, 0) => "",
            (0, _) => $"What {Number(unknown)} new {(unknown == 1 ? "part costs" : "parts cost")} is not known.",
            (_, 0) => $"Monthly cost {Signed(delta)}.",
            _ => $"Monthly cost {Signed(delta)}, and {Number(unknown)} new {(unknown == 1 ? "part" : "parts")} without a known price.",
        };
    }
}
