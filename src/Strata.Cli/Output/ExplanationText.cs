using Strata.Platform.Stacks.Explain;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>Resolved values as a table: path, value, who decided, where.</summary>
internal static class ExplanationText
{
    private const int WidestPath = 48;
    private const int WidestValue = 40;

    public static void Write(Terminal terminal, IReadOnlyList<Explanation> explanations)
    {
        var path = Math.Min(WidestPath, explanations.Max(e => e.Path.Length));
        var value = Math.Min(WidestValue, explanations.Max(e => e.Value.Length));
        foreach (var explanation in explanations)
        {
            var (line, column) = explanation.Place?.StartPosition ?? default;
            var (tone, origin) = explanation.Origin switch
            {
                Origin.Set => (TextTone.Plain, "set"),
                Origin.Inherited => (TextTone.Plain, "inherited"),
                _ => (TextTone.Faint, "default"),
            };
            var place = explanation.Place is { } at ? FormattableString.Invariant($"{at.Source.Path}:{line}:{column}") : "";
            terminal.OutStyle.Write(terminal.Out, tone, $"{explanation.Path.PadRight(path)}  {explanation.Value.PadRight(value)}  {origin,-9}  {explanation.Why ?? place}".TrimEnd());
            terminal.Out.Write('\n');
        }
    }
}
