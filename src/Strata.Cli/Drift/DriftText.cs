using Strata.Cli.Output.Previews;
using Strata.Graph.Formats;
using Strata.Text;

namespace Strata.Cli.Drift;

/// <summary>
/// A drift report for people: <c>+</c> missing, <c>-</c> extra, <c>~</c> changed outside, with each value from the state's to the plan's.
/// </summary>
internal static class DriftText
{
    public static void Write(TextWriter writer, DriftReport report, ITextStyle style, int width)
    {
        WrappedText.Write(writer, style, TextTone.Strong, "", $"{report.Stack}: {Summary(report)}", 2, width);
        if (report.IsNothingThere)
        {
            WrappedText.Write(writer, style, TextTone.Plain, "", "The state has no resources: the stack was never applied, or was destroyed.", 0, width);
        }

        Section(writer, style, "missing: planned, and not in the state", report.Missing, width, resource =>
            Line(writer, style, TextTone.Good, $"+ {TypeName.Short(resource.TypeToken)} {resource.LogicalName}", width));
        Section(writer, style, "extra: in the state, and not planned", report.Extra, width, found =>
            Line(writer, style, TextTone.Bad, $"- {TypeName.Short(found.Type)} {found.Name}{(found.IsProtected ? " (protected: cannot be deleted)" : "")}", width));
        Section(writer, style, "changed: the state has other inputs than the plan", report.Changed, width, changed => WriteChanged(writer, style, changed, width));
        Section(writer, style, "left over: old copies that the next update deletes", report.Leftovers, width, found =>
            Line(writer, style, TextTone.Caution, $"- {TypeName.Short(found.Type)} {found.Name}", width));
        Section(writer, style, "not ready: made, with problems", report.Unready, width, found =>
            Line(writer, style, TextTone.Caution, $"! {TypeName.Short(found.Type)} {found.Name}: {Platform.Previews.Redaction.Sentence(string.Join(' ', found.Problems))}", width));
        Section(writer, style, "pending: begun and never ended, see 'pulumi refresh'", report.Pending, width, pending =>
            Line(writer, style, TextTone.Caution, $"! {pending.Kind} {NameOf(pending.Urn)}", width));
        if (report.Engine is { } engine)
        {
            Section(writer, style, "the engine's own view", [.. report.EngineChanges], width, step =>
                Line(writer, style, TextTone.Plain, $"{step.Operation} {NameOf(step.Urn)}{Because(step)}", width));
            Section(writer, style, "the engine says", engine.Messages, width, message => Line(writer, style, TextTone.Plain, message, width));
        }
    }

    /// <summary><c>2 missing, 1 extra</c>, or <c>no drift</c>.</summary>
    public static string Summary(DriftReport report)
    {
        (int Count, string Name)[] parts =
        [
            (report.Missing.Count, "missing"), (report.Extra.Count, "extra"), (report.Changed.Count(changed => changed.Changes.Count > 0), "changed"),
            (report.Changed.Count(changed => changed.Protection is not null), "protected otherwise"), (report.Leftovers.Count, "left over"),
            (report.Unready.Count, "not ready"), (report.Pending.Count, "pending"), (report.EngineChanges.Count(), "steps of the engine"),
        ];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Name}")) is { Length: > 0 } text ? text : "no drift";
    }

    private static void WriteChanged(TextWriter writer, ITextStyle style, DriftedResource changed, int width)
    {
        var note = changed.IsRefused ? " (protected: cannot be replaced)" : "";
        Line(writer, style, TextTone.Caution, $"~ {TypeName.Short(changed.Resource.TypeToken)} {changed.Resource.LogicalName}{note}", width);
        if (changed.Protection is { } planned)
        {
            Line(writer, style, TextTone.Plain, planned ? "    protect: only the plan protects it" : "    protect: only the state protects it", width);
        }

        foreach (var change in changed.Changes)
        {
            var room = Math.Max(16, (width - change.Path.Shown.Length - 12) / 2);
            var (state, plan) = change is { Before: { } there, After: { } here } ? ValuePairText.Of(there, here, room)
                : (change.Before is null ? "not set" : ValueText.Of(change.Before, room), change.After is null ? "not set" : ValueText.Of(change.After, room));
            var replaces = change.Replacement == Planning.Replacement.Certain ? "  # replaces" : "";
            Line(writer, style, TextTone.Plain, $"    {change.Path.Shown}: {state} → {plan}{replaces}", width);
        }
    }

    private static string Because(EngineStep step) => step switch
    {
        { ReplacedBy.Count: > 0 } => $" because of {string.Join(", ", step.ReplacedBy)}",
        { Paths.Count: > 0 } => $": {string.Join(", ", step.Paths)}",
        _ => "",
    };

    private static string NameOf(string urn) => urn.Split("::") is { Length: >= 4 } parts ? $"{TypeName.Short(parts[2].Split('$')[^1])} {string.Join("::", parts[3..])}" : urn;

    private static void Section<T>(TextWriter writer, ITextStyle style, string title, IReadOnlyList<T> items, int width, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.Write('\n');
        Line(writer, style, TextTone.Strong, title, width);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static void Line(TextWriter writer, ITextStyle style, TextTone tone, string text, int width)
    {
        style.Write(writer, tone, DisplayText.Cut(DisplayText.OneLine(text), width));
        writer.Write('\n');
    }
}
