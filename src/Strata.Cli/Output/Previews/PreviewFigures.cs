using System.Globalization;
using Strata.Diagnostics;
using Strata.Planning;
using Strata.Platform.Costs;
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
        var changed = shown.Count - failed;
        var counts = Counts(shown) with { Same = 0 };
        var risks = shown.SelectMany(stack => stack.Risks.Where(risk => risk.Kind == RiskKind.DataLoss)).ToList();
        var blocked = risks.Count(risk => risk.IsBlocked);
        var findings = shown.SelectMany(stack => stack.NewFindings).Count(finding => finding.Waiver is null);
        string[] sentences =
        [
            failed == 0 ? "" : $"{Stacks(failed)} cannot be planned.",
            changed == 0 ? "" : $"{Number(changed)} of {Stacks(report.Stacks.Count)} {(changed == 1 ? "changes" : "change")}: {(counts.Changes == 0 ? "no resource" : counts)}.",
            risks.Count == 0 ? "" : $"{Number(risks.Count)} {(risks.Count == 1 ? "operation loses" : "operations lose")} data, {(blocked == 0 ? "allowed by the stacks" : blocked == risks.Count ? "blocked" : $"{Number(blocked)} of them blocked")}.",
            findings == 0 ? "" : $"{Number(findings)} new policy {(findings == 1 ? "finding" : "findings")}.",
            CostSentence(shown),
        ];
        return [.. sentences.Where(sentence => sentence.Length > 0)];
    }

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
        null => stack.Status == PreviewStatus.Failed ? "?" : "–",
        { IsBlocked: true } => "⛔ data loss, blocked",
        { Kind: RiskKind.DataLoss } => "🔴 data loss",
        { Kind: RiskKind.Downtime } => "🟠 downtime",
        { Kind: RiskKind.AccessWidened } => "🟡 access widened",
        _ => "🔵 cost",
    };

    /// <summary>Findings that are new and not waived, as <c>2 errors, 1 warning</c>.</summary>
    public static string Policy(StackPreview stack)
    {
        var open = stack.NewFindings.Where(finding => finding.Waiver is null).ToList();
        var errors = open.Count(finding => finding.Severity == Severity.Error);
        string[] parts = [errors == 0 ? "" : Count.Of(errors, "error"), open.Count == errors ? "" : Count.Of(open.Count - errors, "warning")];
        return stack.Status == PreviewStatus.Failed ? "?" : string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "–";
    }

    /// <summary>Of what is expected: <c>+$41</c>; parts without a price are counted, never taken for nothing.</summary>
    public static string Cost(CostChange? cost) => cost is null ? "?" : (Math.Round(cost.Delta.Expected, MidpointRounding.AwayFromZero), cost.UnknownAfter - cost.UnknownBefore) switch
    {
        (0, 0) => "–",
        (0, > 0 and var more) => $"unknown ({more})",
        (0, var fewer) => $"unknown ({fewer})",
        (var delta, 0) => Signed(delta),
        (var delta, var unknown) => $"{Signed(delta)} and {Math.Abs(unknown)} unknown",
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
