using System.Text;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>What loses data, above everything else: which resource of which stack, by which property, and whether it is blocked.</summary>
internal static class PreviewMarkdownCaution
{
    public static void Write(StringBuilder text, IReadOnlyList<StackPreview> stacks, int room)
    {
        var risks = stacks.SelectMany(stack => stack.Risks.Where(risk => risk.Kind == RiskKind.DataLoss).Select(risk => (Stack: stack, Risk: risk)))
            .OrderBy(found => found.Risk.IsBlocked ? 0 : 1)
            .ToList();
        if (risks.Count == 0)
        {
            return;
        }

        var blocked = risks.Count(found => found.Risk.IsBlocked);
        text.Append("> [!CAUTION]\n> ").Append(blocked == 0 ? "**Data is lost, and the stacks allow it.**" : "**Data is lost.** What is blocked needs an `allowReplace` entry of its stack that names it.").Append('\n');
        text.Append(">\n");
        var (end, shown) = (text.Length + room, 0);
        foreach (var (stack, risk) in risks)
        {
            var line = $"> - {(risk.IsBlocked ? "**blocked**" : "allowed")}: {Verb(risk.Operation)} {Markup.Code(Name(risk.Operation))} of {Markup.Code(stack.Name)}{By(risk.Operation)}. {Markup.Text(risk.Reason)}\n";
            if (text.Length + line.Length > end)
            {
                break;
            }

            text.Append(line);
            shown++;
        }

        if (shown < risks.Count)
        {
            text.Append("> - … and ").Append(PreviewFigures.Number(risks.Count - shown)).Append(" more\n");
        }

        text.Append('\n');
    }

    public static string Name(Operation operation) => $"{TypeName.Short(operation.Resource.TypeToken)} {operation.Resource.LogicalName}";

    public static string Verb(Operation operation) => operation.Kind switch
    {
        OperationKind.Delete when operation is Delete { IsRetained: true } => "forgets",
        OperationKind.Delete => "deletes",
        OperationKind.Replace => "replaces",
        OperationKind.Create => "creates",
        _ => "changes",
    };

    /// <summary>The properties that force a replacement, if any.</summary>
    private static string By(Operation operation)
    {
        List<string> paths = operation is Kept { Replacement: not Replacement.No } kept
            ? [.. kept.Changes.Concat(kept.OptionChanges).Where(change => change.Replacement == kept.Replacement).Select(change => Markup.Code(change.Path.Shown)).Take(5)]
            : [];
        return paths.Count == 0 ? "" : $", because of {string.Join(", ", paths)}";
    }
}
