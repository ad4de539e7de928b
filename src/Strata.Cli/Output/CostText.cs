using System.Globalization;
using Strata.Platform.Costs;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>Costs as a table, with what is not known below it.</summary>
internal static class CostText
{
    private const int AmountWidth = 14;
    private const int WidestName = 44;

    public static void Write(Terminal terminal, string by, IReadOnlyList<CostGroup> groups, IReadOnlyList<StackCost> costs)
    {
        var width = Math.Min(WidestName, groups.Select(group => group.Name.Length + 2).Append(18).Max());
        Line(terminal, TextTone.Faint, "US dollars a month".PadRight(width), "low", "expected", "high", "not known");
        foreach (var owner in groups.GroupBy(group => group.Owner))
        {
            if (owner.Key.Length > 0)
            {
                terminal.OutStyle.Write(terminal.Out, TextTone.Strong, owner.Key);
                terminal.Out.Write('\n');
            }

            foreach (var group in owner)
            {
                var name = owner.Key.Length > 0 ? $"  {group.Name}" : group.Name;
                var shown = (name.Length > width ? $"{name[..(width - 1)]}…" : name).PadRight(width);
                if (group.IsUnknown)
                {
                    Line(terminal, TextTone.Plain, shown, "unknown", "unknown", "unknown", group.Unknown.ToString(CultureInfo.InvariantCulture));
                }
                else
                {
                    Line(terminal, TextTone.Plain, shown, group.Known, group.Unknown);
                }
            }
        }

        Line(terminal, TextTone.Strong, "total of what is known".PadRight(width), StackCost.Sum(costs.SelectMany(cost => cost.Parts)), costs.Sum(cost => cost.Unknown));
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
                terminal.Out.Write($"  {same.Key.Component}: {same.Key.What}{times}: {same.Key.Missing}\n");
            }
        }
    }

    private static void Line(Terminal terminal, TextTone tone, string name, CostRange cost, int unknown) =>
        Line(terminal, tone, name, Money.Of(cost.Low), Money.Of(cost.Expected), Money.Of(cost.High), unknown == 0 ? "" : unknown.ToString(CultureInfo.InvariantCulture));

    private static void Line(Terminal terminal, TextTone tone, string name, string low, string expected, string high, string unknown)
    {
        terminal.OutStyle.Write(terminal.Out, tone, $"{name}{low,AmountWidth}{expected,AmountWidth}{high,AmountWidth}{unknown,11}".TrimEnd());
        terminal.Out.Write('\n');
    }
}
