using System.CommandLine;
using System.CommandLine.Help;
using Strata.Cli.Commands;
using Strata.Cli.Files;

namespace Strata.Cli;

/// <summary>The command line: words to commands, problems to exit codes.</summary>
internal static class StrataCli
{
    private static readonly Option<string?> Root = new("--root") { Description = "The repository, when it is not the current folder or one above it.", Recursive = true };

    private static readonly Option<bool> NoColour = new("--no-color") { Description = "No colours. Also by setting NO_COLOR.", Recursive = true };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Only data and errors: nothing else is said on standard error.", Recursive = true };

    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Also say which files were read and how long each stage took.", Recursive = true };

    /// <summary>Runs one command and gives the exit code.</summary>
    /// <param name="folder">The current folder.</param>
    public static int Run(string[] args, Terminal terminal, string folder)
    {
        try
        {
            var exit = Invoke(args, terminal, folder);
            terminal.Flush();
            return exit;
        }
#pragma warning disable CA1031 // The last resort: whatever it is, people get one line and the right exit code.
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException))
#pragma warning restore CA1031
        {
            CommandContext.Report(args.Contains(NoColour.Name) ? terminal.WithoutColour() : terminal, [CliErrors.Bug(e.GetType().Name + ": " + e.Message)]);
            if (Environment.GetEnvironmentVariable("STRATA_TRACE") == "1")
            {
                terminal.Error.WriteLine(e.StackTrace);
            }

            terminal.Flush();
            return ExitCodes.Bug;
        }
        catch (Exception e)
        {
            return Stopped(args.Contains(NoColour.Name) ? terminal.WithoutColour() : terminal, e.Message);
        }
    }

    /// <summary>A disk is full, or the output is closed. Of a reader that has gone, as 'head' does, the console says nothing.</summary>
    private static int Stopped(Terminal terminal, string why)
    {
        try
        {
            CommandContext.Report(terminal, [CliErrors.Stopped(why)]);
            terminal.Error.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody is left to tell.
        }

        return ExitCodes.Problems;
    }

    /// <summary>A shell asks what could come next, of a line that is not finished.</summary>
    private static bool IsSuggestion(ParseResult parsed) => parsed.Tokens is [{ Type: System.CommandLine.Parsing.TokenType.Directive, Value: var directive }, ..] && directive.Contains("suggest", StringComparison.Ordinal);

    /// <summary>The commands with their arguments and options, for pages about them: none of them runs.</summary>
    internal static RootCommand Describe() => Create(_ => null, _ => throw new InvalidOperationException("A description does not run."), _ => { });

    private static RootCommand Create(Func<ParseResult, CommandContext?> begin, Func<ParseResult, CommandContext> anywhere, Action<int> end)
    {
        var root = new RootCommand("One YAML file per team becomes that team's machine-learning platform on AWS, Google Cloud or Kubernetes.") { Root, NoColour, Quiet, Verbose };
        foreach (var command in CommandList.Create(begin, anywhere, end))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static int Invoke(string[] args, Terminal terminal, string folder)
    {
        var (exit, shown) = (ExitCodes.Fine, terminal);
        Stages? stages = null;
        var root = Create(Begin, Anywhere, code => exit = code);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        // Who says nothing wants to know what there is to say.
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (IsSuggestion(parsed))
        {
            Completions.Write(terminal.Out, root, parsed);
            return ExitCodes.Fine;
        }

        shown = (parsed.GetValue(NoColour) ? terminal.WithoutColour() : terminal).At(parsed.GetValue(Quiet) ? Volume.Quiet : parsed.GetValue(Verbose) ? Volume.Verbose : Volume.Normal);
        stages = shown.Volume == Volume.Verbose ? new Stages() : null;
        if (parsed.Action is not HelpWithExamples && UsageProblem.Of(parsed) is { } problem)
        {
            CommandContext.Report(shown, [CliErrors.Usage(problem)]);
            return ExitCodes.Usage;
        }

        parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        stages?.Write(terminal.Error);
        return exit;

        CommandContext Anywhere(ParseResult result)
        {
            var start = result.GetValue(Root) ?? folder;
            return new CommandContext(shown, RepositoryRoot.Find(start) ?? Path.GetFullPath(start), stages);
        }

        CommandContext? Begin(ParseResult result)
        {
            if ((result.GetValue(Root) is { } given ? RepositoryRoot.Find(given) : RepositoryRoot.Find(folder)) is { } found)
            {
                return new CommandContext(shown, found, stages);
            }

            CommandContext.Report(shown, [CliErrors.NoRepository(result.GetValue(Root) ?? folder)]);
            exit = ExitCodes.Problems;
            return null;
        }
    }
}
