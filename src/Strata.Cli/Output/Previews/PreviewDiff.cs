using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>
/// A plan as lines that colour as a diff: <c>+</c> created, <c>!</c> updated or replaced, <c>-</c> deleted, <c>@@</c> the component they
/// belong to; below, each property's value before with <c>-</c> and after with <c>+</c>.
/// </summary>
internal static class PreviewDiff
{
    private const int Width = 240;

    /// <param name="withProperties">Else one line for each operation.</param>
    public static IEnumerable<string> Lines(Plan plan, bool withProperties)
    {
        foreach (var root in PlanNode.RootsOf(plan).Where(node => node.HasChanges))
        {
            foreach (var line in Lines(root, withProperties))
            {
                yield return line;
            }
        }

        if (plan.Outputs.Count > 0)
        {
            yield return "@@ outputs @@";
            foreach (var line in plan.Outputs.SelectMany(change => withProperties ? Lines(change) : [$"! ~ {DisplayText.OneLine(change.Path.Shown)}"]))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Lines(PlanNode node, bool withProperties)
    {
        var title = $"{TypeName.Short(node.Operation.Resource.TypeToken)} {DisplayText.OneLine(node.Operation.Resource.LogicalName)}";
        yield return node.Operation.Resource is ComponentResource ? $"@@ {title} @@" : $"{Mark(node.Operation)} {title}{Notes(node.Operation)}";
        if (withProperties && node.Operation is Kept kept)
        {
            foreach (var line in kept.Changes.Concat(kept.OptionChanges).SelectMany(Lines))
            {
                yield return line;
            }
        }

        foreach (var line in node.Children.Where(child => child.HasChanges).SelectMany(child => Lines(child, withProperties)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Lines(PropertyChange change)
    {
        var path = DisplayText.OneLine(change.Path.Shown);
        var why = (change.Cause, change.Replacement) switch
        {
            (ChangeCause.TargetReplaced, Replacement.Certain) => "  # its target is replaced, and so this is too",
            (ChangeCause.TargetReplaced, _) => "  # its target is replaced",
            (_, Replacement.Certain) => "  # replaces",
            (_, Replacement.Conditional) => "  # may replace",
            (_, Replacement.Unknown) => "  # not known whether it replaces",
            _ => "",
        };
        var (before, after) = (Shown(change.Before), Shown(change.After));
        if (before == after && change.Cause != ChangeCause.TargetReplaced)
        {
            yield return $"!     {path}: {after}, changed; what differs is not shown{why}";
            yield break;
        }

        if (before is not null && change.Cause != ChangeCause.TargetReplaced)
        {
            yield return $"-     {path}: {before}{(after is null ? why : "")}";
        }

        if (after is not null)
        {
            yield return change.Cause == ChangeCause.TargetReplaced ? $"!     {path}: {after}{why}" : $"+     {path}: {after}{why}";
        }
    }

    private static string? Shown(Value? value) => value is null ? null : ValueText.Of(value, Width);

    private static string Mark(Operation operation) => operation.Kind switch
    {
        OperationKind.Create => "+",
        OperationKind.Delete => "-",
        OperationKind.Replace => "! ±",
        OperationKind.Update => "! ~",
        _ => "!  ",
    };

    private static string Notes(Operation operation)
    {
        string[] notes =
        [
            operation switch
            {
                Delete { IsRetained: true } => "forgotten, not deleted",
                Replace { DeletesFirst: true } => "replaced, deleted before the new one is created",
                Replace => "replaced",
                Update { Replacement: Replacement.Conditional } => "may be replaced",
                Update { Replacement: Replacement.Unknown } => "whether this replaces it is not known",
                _ => "",
            },
            operation is Kept { FormerName: { } former } ? $"was {DisplayText.OneLine(former)}" : "",
            operation.IsRefused ? "protected: the engine will refuse" : "",
        ];
        return string.Join("; ", notes.Where(note => note.Length > 0)) is { Length: > 0 } text ? $" ({text})" : "";
    }
}
