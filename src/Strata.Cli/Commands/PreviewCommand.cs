using System.CommandLine;
using Strata.Planning;

namespace Strata.Cli.Commands;

/// <summary><c>strata preview [STACK…]</c>: what applying the stacks would do, against nothing.</summary>
internal static class PreviewCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stacks = CommandParts.Stacks();
        return new Command("preview", "Shows what would be created, component by component, without credentials, cloud or engine.") { stacks }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!));
    }

    private static int Run(CommandContext context, IReadOnlyList<string> stacks)
    {
        if (context.Select(stacks) is not { } names)
        {
            return ExitCodes.Problems;
        }

        var terminal = context.Terminal;
        var options = new PlanTextOptions { Style = terminal.OutStyle, Width = Math.Min(terminal.Width, 120) };
        var exit = ExitCodes.Fine;
        OrderedWork.Run(
            names,
            name =>
            {
                var (graph, diagnostics) = context.Stacks.Expand(name);
                if (graph is null)
                {
                    return (Text: (string?)null, diagnostics);
                }

                var writer = new StringWriter { NewLine = "\n" };
                PlanText.Write(writer, Planner.Plan(null, graph), options);
                return (Text: (string?)writer.ToString(), diagnostics);
            },
            result =>
            {
                context.Report(result.diagnostics);
                terminal.Out.Write(result.Text);
                exit = result.Text is null ? ExitCodes.Problems : exit;
            });
        return exit;
    }
}
