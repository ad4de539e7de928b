using System.CommandLine;
using Strata.Cli.Processes;

namespace Strata.Cli.Commands;

/// <summary><c>strata up STACK</c> and <c>strata destroy STACK</c>: the stack is checked, then Pulumi does the work.</summary>
internal static class EngineCommand
{
    public static Command Up(Func<ParseResult, CommandContext?> begin, Action<int> end, IProcessRunner processes) =>
        Create("up", "Checks a stack, then runs 'pulumi up' for it. Arguments after -- go to pulumi.", begin, end, processes);

    public static Command Destroy(Func<ParseResult, CommandContext?> begin, Action<int> end, IProcessRunner processes) =>
        Create("destroy", "Checks a stack, then runs 'pulumi destroy' for it. Arguments after -- go to pulumi.", begin, end, processes);

    private static Command Create(string name, string description, Func<ParseResult, CommandContext?> begin, Action<int> end, IProcessRunner processes)
    {
        var stack = new Argument<string>("STACK") { Description = "The stack." };
        var more = new Argument<string[]>("ARGUMENT") { Description = "Further arguments for pulumi, after --: such as -- --yes.", Arity = ArgumentArity.ZeroOrMore };
        return new Command(name, description) { stack, more }
            .Runs(begin, end, (result, context) => Run(context, name, result.GetValue(stack)!, result.GetValue(more) ?? [], processes));
    }

    private static int Run(CommandContext context, string command, string stack, string[] more, IProcessRunner processes)
    {
        if (context.Select([stack]) is null)
        {
            return ExitCodes.Problems;
        }

        var (graph, diagnostics) = context.Expand(stack);
        context.Report(diagnostics);
        if (graph is null)
        {
            return ExitCodes.Problems;
        }

        context.Terminal.Flush();
        if (processes.Run("pulumi", [command, "--stack", stack, .. context.Terminal.ForbidsColour ? new[] { "--color", "never" } : [], .. more], context.Root) is { } exit)
        {
            return exit;
        }

        context.Report([CliErrors.NoPulumi()]);
        return ExitCodes.Problems;
    }
}
