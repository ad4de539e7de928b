using System.CommandLine;

namespace Strata.Cli.Commands;

/// <summary>What commands have in common on the command line.</summary>
internal static class CommandParts
{
    /// <summary><c>STACK…</c>, all stacks when none is named.</summary>
    public static Argument<string[]> Stacks() => new("STACK")
    {
        Description = "The stacks, as in stacks/Pulumi.<STACK>.yaml; all when none is named.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary><c>--base</c>: what to compare with.</summary>
    public static Option<string?> Base(string description) => new("--base") { Description = description, HelpName = "REF" };

    /// <summary><c>--head</c>: what is compared.</summary>
    public static Option<string?> Head() => new("--head") { Description = "The branch, tag or commit to compare. The working tree, with what is not committed, when left out.", HelpName = "REF" };

    /// <summary><c>--format</c> with the forms a command knows; the first is the default.</summary>
    public static Option<string> Format(params string[] forms)
    {
        var option = new Option<string>("--format") { Description = $"The form of the output: {string.Join(", ", forms)}.", DefaultValueFactory = _ => forms[0] };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }

    /// <summary>Makes the command run <paramref name="run"/> in its context and hand on the exit code.</summary>
    public static Command Runs(this Command command, Func<ParseResult, CommandContext?> begin, Action<int> end, Func<ParseResult, CommandContext, int> run)
    {
        command.SetAction(result =>
        {
            if (begin(result) is { } context)
            {
                end(run(result, context));
            }
        });
        return command;
    }
}
