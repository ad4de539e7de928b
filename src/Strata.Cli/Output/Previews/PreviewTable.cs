using System.Globalization;
using Strata.Planning;
using Strata.Platform.Previews;
using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>The stacks that fail or change, a line each. Columns that hold least go first where the terminal is narrow.</summary>
internal static class PreviewTable
{
    private static readonly Column[] Columns =
    [
        new("stack", 0, stack => stack.Name),
        new("team", 5, stack => stack.Team ?? ""),
        new("env", 4, stack => stack.Environment ?? ""),
        new("+", 0, stack => Number(stack.Plan?.Counts.Create), IsNumber: true),
        new("~", 0, stack => Number(stack.Plan?.Counts.Update), IsNumber: true),
        new("±", 0, stack => Number(stack.Plan?.Counts.Replace), IsNumber: true),
        new("-", 0, stack => Number(stack.Plan?.Counts.Delete), IsNumber: true),
        new("files", 3, stack => Number(stack.Files.Count), IsNumber: true),
        new("findings", 2, stack => stack.NewFindings.Count(finding => finding.Waiver is null) is > 0 and var open ? $"+{open}" : "", IsNumber: true),
        new("$/month", 1, stack => stack.Cost is { IsNone: false } cost ? Money(cost.Delta.Expected) + (cost.UnknownAfter != cost.UnknownBefore ? "?" : "") : "", IsNumber: true),
        new("", 0, StateOf),
    ];

    public static void Write(TextWriter writer, ITextStyle style, IReadOnlyList<StackPreview> stacks, int width)
    {
        var cells = stacks.Select(stack => Columns.Select(column => DisplayText.OneLine(column.Text(stack))).ToArray()).ToList();
        var widths = Columns.Select((column, i) => cells.Max(row => DisplayText.WidthOf(row[i])) is var most && most == 0 ? 0 : Math.Max(most, DisplayText.WidthOf(column.Title))).ToArray();
        for (var drop = 5; drop > 0 && Total(widths) > width; drop--)
        {
            var column = Array.FindIndex(Columns, c => c.Drop == drop);
            widths[column] = 0;
        }

        WriteRow(writer, style, TextTone.Faint, [.. Columns.Select(column => column.Title)], widths, width);
        foreach (var (stack, row) in stacks.Zip(cells))
        {
            WriteRow(writer, style, ToneOf(stack), row, widths, width);
        }
    }

    /// <summary>In whole dollars with a sign.</summary>
    public static string Money(decimal amount) => Math.Round(amount) switch
    {
        0 => "0",
        > 0 and var more => $"+{more.ToString("N0", CultureInfo.InvariantCulture)}",
        var less => less.ToString("N0", CultureInfo.InvariantCulture),
    };

    private static void WriteRow(TextWriter writer, ITextStyle style, TextTone tone, string[] cells, int[] widths, int width)
    {
        var parts = cells.Select((cell, i) => widths[i] == 0 ? null : Columns[i].IsNumber ? Pad(cell, widths[i]) + cell : cell + Pad(cell, widths[i])).OfType<string>();
        style.Write(writer, tone, DisplayText.Cut(string.Join("  ", parts).TrimEnd(), width));
        writer.Write('\n');
    }

    private static string Pad(string text, int width) => new(' ', Math.Max(0, width - DisplayText.WidthOf(text)));

    private static int Total(int[] widths) => widths.Sum(width => width == 0 ? 0 : width + 2) - 2;

    private static string Number(int? count) => count is > 0 and var some ? some.ToString(CultureInfo.InvariantCulture) : "";

    private static string StateOf(StackPreview stack)
    {
        var losses = stack.Risks.Where(risk => risk.Kind is RiskKind.DataLoss).ToList();
        string[] words =
        [
            stack.Status switch { PreviewStatus.Failed => "fails", PreviewStatus.Deleted => "gone", PreviewStatus.Created => "new", _ => "" },
            stack.IsBlocked ? "blocked: loses data"
                : losses.Exists(risk => risk.Operation is Replace or Delete) ? "loses data, as allowed"
                : losses.Count > 0 ? "may lose data" : "",
            Risk(stack, RiskKind.Downtime, "downtime"),
            Risk(stack, RiskKind.AccessWidened, "more access"),
            stack.Reasons.Any(reason => reason.Kind is AffectedKind.Unsure) && stack.Status is not PreviewStatus.Failed ? "unsure" : "",
        ];
        return string.Join(", ", words.Where(word => word.Length > 0));
    }

    private static string Risk(StackPreview stack, RiskKind kind, string word) => stack.Risks.Any(risk => risk.Kind == kind) ? word : "";

    private static TextTone ToneOf(StackPreview stack) => stack switch
    {
        { Status: PreviewStatus.Failed } or { IsBlocked: true } => TextTone.Bad,
        { Status: PreviewStatus.Created } => TextTone.Good,
        _ when stack.Risks.Any(risk => risk.Kind is not RiskKind.None) => TextTone.Caution,
        _ => TextTone.Plain,
    };

    /// <param name="Drop">The higher, the sooner it goes; 0 never.</param>
    private sealed record Column(string Title, int Drop, Func<StackPreview, string> Text, bool IsNumber = false);
}
