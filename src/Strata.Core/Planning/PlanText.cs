using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Text;

namespace Strata.Planning;

/// <summary>
/// A plan for people: one line each with <c>+</c> create, <c>~</c> update, <c>±</c> replace, <c>-</c> delete in the first column,
/// as a tree of components with counts; under updates and replacements, what changes and why it replaces.
/// </summary>
public static class PlanText
{
    public static void Write(TextWriter writer, Plan plan, PlanTextOptions options)
    {
        TreeLines.Write(writer, options.Style, "", TextTone.Strong, $"{plan.Stack}: {plan.Counts}", options.Width);
        var roots = PlanNode.RootsOf(plan).Where(node => options.ShowSame || node.HasChanges).ToList();
        if (roots.Count > 0)
        {
            writer.Write('\n');
        }

        foreach (var root in roots)
        {
            WriteNode(writer, root, "", "", options);
        }

        if (plan.Outputs.Count > 0)
        {
            writer.Write('\n');
            TreeLines.Write(writer, options.Style, "", TextTone.Strong, "outputs", options.Width);
            foreach (var change in plan.Outputs)
            {
                WriteChange(writer, change, "", options);
            }
        }
    }

    private static void WriteNode(TextWriter writer, PlanNode node, string branch, string indent, PlanTextOptions options)
    {
        var (symbol, tone) = MarkOf(node.Operation.Kind);
        WriteLine(writer, symbol, tone, branch, TitleOf(node), options);
        var children = node.Children.Where(child => options.ShowSame || child.HasChanges).ToList();
        if (node.Operation is Kept kept)
        {
            var lines = indent + (children.Count > 0 ? "│ " : "  ");
            foreach (var change in kept.Changes.Concat(kept.OptionChanges))
            {
                WriteChange(writer, change, lines, options);
            }
        }

        for (var i = 0; i < children.Count; i++)
        {
            var last = i == children.Count - 1;
            WriteNode(writer, children[i], TreeLines.Branch(indent, last), TreeLines.Below(indent, last), options);
        }
    }

    private static string TitleOf(PlanNode node)
    {
        var resource = node.Operation.Resource;
        var title = $"{TypeName.Short(resource.TypeToken)} {resource.LogicalName}";
        var notes = NotesOf(node).Where(note => note.Length > 0).ToList();
        return notes.Count == 0 ? title : $"{title} ({string.Join("; ", notes)})";
    }

    private static IEnumerable<string> NotesOf(PlanNode node)
    {
        yield return node.Operation.Resource is ComponentResource ? node.Counts.ToString() : "";
        yield return node.Operation switch
        {
            Delete { IsRetained: true } => "forgotten, not deleted",
            Replace { DeletesFirst: true } => "deleted before the new one is created",
            Update { Replacement: Replacement.Conditional } => "may be replaced",
            Update { Replacement: Replacement.Unknown } => "whether this replaces it is not known",
            _ => "",
        };
        yield return node.Operation is Kept { FormerName: { } former } ? $"was {former}" : "";
        yield return node.Operation.IsRefused ? "protected: the engine will refuse" : "";
    }

    private static void WriteChange(TextWriter writer, PropertyChange change, string lines, PlanTextOptions options)
    {
        var (symbol, tone) = change switch
        {
            { Before: null } => MarkOf(OperationKind.Create),
            { After: null } => MarkOf(OperationKind.Delete),
            _ => MarkOf(OperationKind.Update),
        };
        var suffix = (change.Cause, change.Replacement) switch
        {
            (ChangeCause.TargetReplaced, Replacement.Certain) => "  # its target is replaced, and so this is too",
            (ChangeCause.TargetReplaced, _) => "  # its target is replaced",
            (_, Replacement.Certain) => "  # replaces",
            (_, Replacement.Conditional) => "  # may replace",
            (_, Replacement.Unknown) => "  # not known whether it replaces",
            _ => "",
        };
        var path = change.Path.Shown;
        var room = Math.Max(8, options.Width - lines.Length - path.Length - suffix.Length - 5);
        WriteLine(writer, symbol, tone, lines, $"{path}: {ValuesOf(change, room)}{suffix}", options);
    }

    private static string ValuesOf(PropertyChange change, int room) => change switch
    {
        { Before: { } only, After: null } => ValueText.Of(only, room),
        { Before: null, After: { } only } => ValueText.Of(only, room),
        { Cause: ChangeCause.TargetReplaced, After: { } now } => ValueText.Of(now, room),
        { Before: { } old, After: { } now } when ValuePairText.Of(old, now, Math.Max(8, (room - 3) / 2)) is var (before, after) => $"{before} → {after}",
        _ => "",
    };

    private static void WriteLine(TextWriter writer, string symbol, TextTone tone, string lines, string text, PlanTextOptions options)
    {
        options.Style.Write(writer, tone, symbol);
        TreeLines.Write(writer, options.Style, " " + lines, tone, text, options.Width - 1);
    }

    private static (string Symbol, TextTone Tone) MarkOf(OperationKind kind) => kind switch
    {
        OperationKind.Create => ("+", TextTone.Good),
        OperationKind.Update => ("~", TextTone.Caution),
        OperationKind.Replace => ("±", TextTone.Accent),
        OperationKind.Delete => ("-", TextTone.Bad),
        _ => (" ", TextTone.Plain),
    };
}
