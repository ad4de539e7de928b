using System.CommandLine;
using Strata.Cli.Output;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata validate [STACK…]</c>: every problem at once.</summary>
internal static class ValidateCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stacks = CommandParts.Stacks();
        var format = CommandParts.Format("text", "json", "sarif", "github");
        return new Command("validate", "Checks stack files and says everything that is wrong with them, with the place and how to mend it.") { stacks, format }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!, result.GetValue(format)!));
    }

    private static int Run(CommandContext context, string[] stacks, string format)
    {
        if (context.Select(stacks) is not { } names)
        {
            return ExitCodes.Problems;
        }

        // A fragment's problem belongs to every stack that extends it, and is said once.
        var diagnostics = new DiagnosticBag();
        context.EachStack("Checking", names, name => context.Expand(name).Diagnostics, (_, found) => diagnostics.AddRange(found));
        if (stacks.Length == 0)
        {
            diagnostics.AddRange(context.Working("Checking stacks against each other", () => context.Time("together", context.Stacks.CheckTogether)));
        }

        var sorted = diagnostics.Sorted();
        Write(context.Terminal, sorted, format);
        if (format == "text" && !diagnostics.HasErrors)
        {
            context.Terminal.Say(names.Count == 1 ? $"The stack '{names[0]}' is valid." : $"All {Count.Of(names.Count, "stack")} are valid.");
        }

        return diagnostics.HasErrors ? ExitCodes.Problems : ExitCodes.Fine;
    }

    private static void Write(Terminal terminal, IReadOnlyList<Diagnostic> diagnostics, string format)
    {
        switch (format)
        {
            case "json":
                DiagnosticJson.Write(terminal.Out, diagnostics);
                break;
            case "sarif":
                DiagnosticSarif.Write(terminal.Out, diagnostics, ProductVersion.Text);
                break;
            case "github":
                DiagnosticGitHub.Write(terminal.Out, diagnostics);
                break;
            default:
                if (diagnostics.Count > 0)
                {
                    DiagnosticText.Write(terminal.Out, diagnostics, terminal.OutStyle, Math.Min(terminal.Width, 160));
                }

                break;
        }
    }
}
