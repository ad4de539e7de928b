using Strata.Cli.Output.Previews;
using Strata.Platform;
using Strata.Platform.Moves;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>A stack here and elsewhere: a table of components and cost, then for each place what moving takes and what is lost.</summary>
internal static class ComparisonText
{
    private const int Widest = 34;
    private const int Narrowest = 14;

    public static void Write(Terminal terminal, CloudComparison comparison)
    {
        IReadOnlyList<CloudPlan> plans = [comparison.Here, .. comparison.Elsewhere];
        var first = plans[0].Components.Select(component => component.Name.Length).Append(18).Max() + 2;
        var cell = Math.Clamp((terminal.Width - first) / plans.Count, Narrowest, Widest);
        Row(terminal, TextTone.Strong, comparison.Stack, first, cell, plans.Select(plan => plan.Place));
        foreach (var component in comparison.Here.Components)
        {
            Row(terminal, TextTone.Plain, component.Name, first, cell, plans.Select(plan => plan.Components.First(c => c.Name == component.Name).Becomes ?? "cannot be made"));
        }

        Row(terminal, TextTone.Plain, "low, a month", first, cell, plans.Select(plan => Amount(plan, plan.Cost.Known.Low)));
        Row(terminal, TextTone.Strong, "expected, a month", first, cell, plans.Select(plan => Amount(plan, plan.Cost.Known.Expected)));
        Row(terminal, TextTone.Plain, "high, a month", first, cell, plans.Select(plan => Amount(plan, plan.Cost.Known.High)));
        Row(terminal, TextTone.Plain, "not known", first, cell, plans.Select(plan => Count.Of(plan.Cost.Unknown - (plan.Hardware is null ? 0 : OwnHardware(plan)), "part")));
        foreach (var plan in comparison.Elsewhere)
        {
            Section(terminal, $"Moving to {plan.Place} takes", plan.Steps);
            Section(terminal, $"On {plan.Place} would be lost", [.. plan.Lost.SelectMany(component => component.Refusals.Select(refusal => $"{component.Name}: {refusal}"))]);
        }
    }

    /// <summary>Where the hardware's cost was said, it is all there is to pay for what runs on it.</summary>
    private static string Amount(CloudPlan plan, decimal known) =>
        plan.Hardware is { } hardware ? Money.Of(hardware + known)
        : plan.Cloud == Cloud.Kubernetes ? "see --hardware-price"
        : Money.Of(known);

    private static int OwnHardware(CloudPlan plan) => plan.Cost.Parts.Count(part => part.What == "owned hardware");

    private static void Section(Terminal terminal, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        terminal.Out.Write('\n');
        terminal.OutStyle.Write(terminal.Out, TextTone.Strong, $"{title}:");
        terminal.Out.Write('\n');
        foreach (var line in lines)
        {
            WrappedText.Write(terminal.Out, terminal.OutStyle, TextTone.Plain, "  - ", line, 4, Math.Min(terminal.Width, 120));
        }
    }

    private static void Row(Terminal terminal, TextTone tone, string name, int first, int width, IEnumerable<string> cells)
    {
        var text = string.Concat(cells.Select(cell => DisplayText.Cut(cell, width - 1).PadRight(width)));
        terminal.OutStyle.Write(terminal.Out, tone, $"{name.PadRight(first)}{text}".TrimEnd());
        terminal.Out.Write('\n');
    }
}
