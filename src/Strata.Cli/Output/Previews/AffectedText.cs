using Strata.Platform.Previews;
using Strata.Text;

namespace Strata.Cli.Output.Previews;

/// <summary>Affected stacks for people, in the order they are applied, each with its reasons.</summary>
internal static class AffectedText
{
    private const int MostReasons = 10;

    public static void Write(Terminal terminal, IReadOnlyList<AffectedStack> stacks)
    {
        var (writer, style, width) = (terminal.Out, terminal.OutStyle, Math.Min(terminal.Width, 120));
        foreach (var stack in stacks)
        {
            var (tone, note) = stack.Status switch
            {
                PreviewStatus.Deleted => (TextTone.Bad, " (gone)"),
                PreviewStatus.Created => (TextTone.Good, " (new)"),
                _ => (TextTone.Strong, ""),
            };
            style.Write(writer, tone, stack.Name + note);
            writer.Write('\n');
            foreach (var reason in stack.Reasons.Take(MostReasons))
            {
                WrappedText.Write(writer, style, TextTone.Plain, "  ", ReasonText.Of(reason), 2, width);
            }

            if (stack.Reasons.Count > MostReasons)
            {
                writer.Write($"  and {Count.Of(stack.Reasons.Count - MostReasons, "other reason")}\n");
            }
        }

        terminal.Say(stacks.Count == 0 ? "No stack is affected." : $"{Count.Of(stacks.Count, "stack")} {(stacks.Count == 1 ? "is" : "are")} affected.");
    }
}
