using System.CommandLine;
using Strata.Cli.Git;
using Strata.Cli.Output.Previews;
using Strata.Cli.Previews;
using Strata.Cli.Processes;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata affected</c>: which stacks a change has to be applied to, and why.</summary>
internal static class AffectedCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end, IProcessRunner processes)
    {
        var stacks = CommandParts.Stacks();
        var reference = CommandParts.Base("The branch, tag or commit that the head left. origin's main branch, or main, when left out.");
        var head = CommandParts.Head();
        var format = CommandParts.Format("text", "json", "matrix");
        var matrix = new Option<string?>("--matrix") { Description = "What --format matrix is for: github, gitlab, circleci. github when left out." };
        matrix.AcceptOnlyFromAmong("github", "gitlab", "circleci");
        return new Command("affected", "Lists the stacks that a change affects, in the order they are applied, with the reasons.") { stacks, reference, head, format, matrix }
            .Runs(begin, end, (result, context) => Run(
                context, new Options(result.GetValue(stacks)!, result.GetValue(reference), result.GetValue(head), result.GetValue(format)!, result.GetValue(matrix)), processes, BuiltSide.DefaultCache));
    }

    internal static int Run(CommandContext context, Options options, IProcessRunner processes, string cache)
    {
        if (options.Matrix is not null && options.Format != "matrix")
        {
            return context.Fail(CliErrors.MatrixWithoutFormat());
        }

        try
        {
            var git = new GitRepository(processes, context.Root);
            if ((options.Base ?? DefaultBase.Find(git)) is not { } reference)
            {
                return context.Fail(CliErrors.NoBase());
            }

            if (options.Base is null)
            {
                context.Terminal.Say($"Compared with {reference}; --base names another.");
            }

            using var progress = new Progress(context.Terminal.ProgressTo);
            var comparison = context.Time("base", () => Comparison.Open(context, git, reference, options.Head, cache, progress.Say));
            if (context.Select(options.Stacks, comparison.Names) is not { } names)
            {
                return ExitCodes.Problems;
            }

            progress.Say($"Comparing {Count.Of(names.Count, "stack")}…");
            var affected = context.Time("compare", () => comparison.Previewer.Affected(options.Stacks.Count == 0 ? null : names));
            progress.Dispose();
            switch (options.Format)
            {
                case "json":
                    AffectedJson.Write(context.Terminal.Out, comparison.Base, comparison.Head, affected);
                    break;
                case "matrix":
                    AffectedMatrix.Write(context.Terminal.Out, affected, options.Matrix ?? "github");
                    break;
                default:
                    AffectedText.Write(context.Terminal, affected);
                    break;
            }

            return ExitCodes.Fine;
        }
        catch (GitFailedException e)
        {
            return context.Fail(e.Problem);
        }
    }

    /// <param name="Stacks">Empty for all.</param>
    internal sealed record Options(IReadOnlyList<string> Stacks, string? Base, string? Head, string Format, string? Matrix);
}
