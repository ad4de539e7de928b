using System.Globalization;
using Strata.Cli.Output.Previews;
using Strata.Platform.Costs;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>Costs as a table, with what is not known below it.</summary>
internal static class CostText
{
    private const int WidestName = 44;
    private const int NarrowestName = 14;

    public static void Write(Terminal terminal, string by, IReadOnlyList<CostGroup> groups, IReadOnlyList<StackCost> costs)
    {
        var wanted = Math.Min(WidestName, groups.Select(group => group.Name.Length + 2).Append(22).Max());
        var table = new Columns(terminal, wanted, 14, 11);
        if (table.Width > terminal.Width)
        {
            table = new Columns(terminal, Math.Clamp(terminal.Width - 43, NarrowestName, wanted), 11, 10);
        }

        Line(table, TextTone.Faint, "US dollars a month", "low", "expected", "high", "not known");
        foreach (var owner in groups.GroupBy(group => group.Owner))
        {
            if (owner.Key.Length > 0)
            {
                terminal.OutStyle.Write(terminal.Out, TextTone.Strong, owner.Key);
                terminal.Out.Write('\n');
            }

            foreach (var group in owner)
            {
                var shown = owner.Key.Length > 0 ? $"  {group.Name}" : group.Name;
                if (group.IsUnknown)
                {
                    Line(table, TextTone.Plain, shown, "unknown", "unknown", "unknown", group.Unknown.ToString(CultureInfo.InvariantCulture));
                }
                else
                {
                    Line(table, TextTone.Plain, shown, group.Known, group.Unknown);
                }
            }
        }

        Line(table, TextTone.Strong, "total of what is known", StackCost.Sum(costs.SelectMany(cost => cost.Parts)), costs.Sum(cost => cost.Unknown));
        if (by == "component")
        {
            WriteUnknown(terminal, costs);
        }
    }

    /// <summary>The same thing missing in one component is one line.</summary>
    private static void WriteUnknown(Terminal terminal, IReadOnlyList<StackCost> costs)
    {
        foreach (var cost in costs.Where(cost => cost.Unknown > 0))
        {
            terminal.Out.Write('\n');
            terminal.OutStyle.Write(terminal.Out, TextTone.Strong, $"{cost.Stack}: not known, and not in the total");
            terminal.Out.Write('\n');
            foreach (var same in cost.Parts.Where(part => part.Monthly is null).GroupBy(part => (part.Component, part.What, part.Missing)))
            {
                var times = same.Count() == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({same.Count()} times)");
                WrappedText.Write(terminal.Out, terminal.OutStyle, TextTone.Plain, "  ", $"{same.Key.Component}: {same.Key.What}{times}: {same.Key.Missing}", 4, terminal.Width);
            }
        }
    }

    private static void Line(Columns table, TextTone tone, string name, CostRange cost, int unknown) =>
        Line(table, tone, name, Money.Of(cost.Low), Money.Of(cost.Expected), Money.Of(cost.High), unknown == 0 ? "" : unknown.ToString(CultureInfo.InvariantCulture));

    private static void Line(Columns table, TextTone tone, string name, string low, string expected, string high, string unknown)
    {
        var amounts = string.Concat(new[] { low, expected, high }.Select(amount => amount.PadLeft(table.Amount)));
        table.Terminal.OutStyle.Write(table.Terminal.Out, tone, $"{DisplayText.Cut(name, table.Name).PadRight(table.Name)}{amounts}{unknown.PadLeft(table.Unknown)}".TrimEnd());
        table.Terminal.Out.Write('\n');
    }

    /// <summary>How wide each column is.</summary>
    private sealed record Columns(Terminal Terminal, int Name, int Amount, int Unknown)
    {
        public int Width => Name + (3 * Amount) + Unknown;
    }
}
