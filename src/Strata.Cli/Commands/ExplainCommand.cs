using System.CommandLine;
using Strata.Cli.Output;
using Strata.Platform.Stacks.Explain;

namespace Strata.Cli.Commands;

/// <summary><c>strata explain STACK [PATH]</c>: where every value comes from.</summary>
internal static class ExplainCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stack = CommandParts.Stack();
        var path = new Argument<string?>("PATH") { Description = "Only values at or under this path, such as compute.gpu.", Arity = ArgumentArity.ZeroOrOne, CompletionSources = { Completions.Paths } };
        var format = CommandParts.Format("text", "json");
        return new Command("explain", "Shows each resolved value of a stack, and whether the stack file set it, a fragment did, or it is a default.") { stack, path, format }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stack)!, result.GetValue(path), result.GetValue(format)!));
    }

    private static int Run(CommandContext context, string stack, string? path, string format)
    {
        if (context.Select([stack]) is null)
        {
            return ExitCodes.Problems;
        }

        var bound = context.Bind(stack)!;
        context.Report(bound.Diagnostics);
        if (bound.Model is not { } model)
        {
            return ExitCodes.Problems;
        }

        var all = Explainer.Explain(model);
        var shown = path is null ? all : [.. all.Where(e => e.Path == path || e.Path.StartsWith(path + ".", StringComparison.Ordinal))];
        if (shown.Count == 0 && path is not null)
        {
            context.Report([CliErrors.UnknownPath(stack, path, Prefixes(all))]);
            return ExitCodes.Problems;
        }

        if (format == "json")
        {
            ExplanationJson.Write(context.Terminal.Out, stack, shown);
        }
        else
        {
            ExplanationText.Write(context.Terminal, shown);
        }

        return bound.HasErrors ? ExitCodes.Problems : ExitCodes.Fine;
    }

    private static HashSet<string> Prefixes(IReadOnlyList<Explanation> explanations)
    {
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var explanation in explanations)
        {
            for (var at = explanation.Path.Length; at > 0; at = explanation.Path.LastIndexOf('.', at - 1))
            {
                prefixes.Add(explanation.Path[..at]);
            }
        }

        return prefixes;
    }
}
