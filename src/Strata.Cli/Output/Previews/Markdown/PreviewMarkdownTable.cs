using System.Text;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>One row for each stack that changes; unchanged ones are a count.</summary>
internal static class PreviewMarkdownTable
{
    private const string Header = "| Stack | Team | + | ~ | ± | − | Risk | Policy | Cost Δ |\n| :-- | :-- | --: | --: | --: | --: | :-- | :-- | --: |\n";

    /// <summary>What the sentence after the table may take.</summary>
    private const int Reserve = 200;

    public static string Of(PreviewReport report, IReadOnlyList<StackPreview> stacks, int room)
    {
        if (stacks.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder(Header);
        var rows = 0;
        foreach (var row in stacks.Select(Row))
        {
            if (text.Length + row.Length > room - Reserve)
            {
                break;
            }

            text.Append(row);
            rows++;
        }

        if (rows == 0)
        {
            text.Clear();
        }

        text.Append(text.Length == 0 ? "" : "\n");
        string[] notes =
        [
            rows == stacks.Count ? "" : $"{PreviewFigures.Number(stacks.Count - rows)} more {(stacks.Count - rows == 1 ? "stack changes" : "stacks change")}.",
            report.Stacks.Count == stacks.Count ? "" : $"{PreviewFigures.Number(report.Stacks.Count - stacks.Count)} unchanged.",
        ];
        var note = string.Join(' ', notes.Where(part => part.Length > 0));
        return text.Append(note).Append(note.Length == 0 ? "" : "\n\n").ToString();
    }

    private static string Row(StackPreview stack)
    {
        var counts = stack.Plan?.Counts;
        var mark = stack.Status switch { PreviewStatus.Failed => "❌ ", PreviewStatus.Created => "🆕 ", PreviewStatus.Deleted => "🗑️ ", _ => "" };
        string[] cells =
        [
            $"{mark}{Markup.Code(Cut(stack.Name))}",
            stack.Team is { } team ? Markup.Text(Cut(team)) : "?",
            Count(counts?.Create), Count(counts?.Update), Count(counts?.Replace), Count(counts?.Delete),
            PreviewFigures.Risk(stack), PreviewFigures.Policy(stack), Markup.Text(PreviewFigures.Cost(stack.Cost)),
        ];
        return $"| {string.Join(" | ", cells)} |\n";

        string Count(int? number) => number switch
        {
            _ when PreviewFigures.IsUnknown(stack) => "?",
            null => stack.Status == PreviewStatus.Failed ? "?" : "–",
            0 => "–",
            { } some => PreviewFigures.Number(some),
        };
    }

    /// <summary>Long names lose their middle, since they differ at their ends.</summary>
    private static string Cut(string name) => name.Length <= 64 ? name : $"{name[..31]}…{name[^32..]}";
}
