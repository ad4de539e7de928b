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
        catch (Exception e) when (e is not IOException)
#pragma warning restore CA1031
        {
            CommandContext.Report(terminal, [CliErrors.Bug(e.GetType().Name + ": " + e.Message)]);
            if (Environment.GetEnvironmentVariable("STRATA_TRACE") == "1")
            {
                terminal.Error.WriteLine(e.StackTrace);
            }

            terminal.Flush();
            return ExitCodes.Bug;
        }
        catch (IOException)
        {
            // Whoever reads the output has gone, as 'head' does: nobody is left to tell.
            return ExitCodes.Fine;
        }
    }

    /// <summary>A shell asks what could come next, of a line that is not finished.</summary>
    private static bool IsSuggestion(ParseResult parsed) => parsed.Tokens is [{ Type: System.CommandLine.Parsing.TokenType.Directive, Value: var directive }, ..] && directive.Contains("suggest", StringComparison.Ordinal);

    private static int Invoke(string[] args, Terminal terminal, string folder)
    {
        var exit = ExitCodes.Fine;
        var root = new RootCommand("One YAML file per team becomes that team's machine-learning platform on AWS, Google Cloud or Kubernetes.") { Root, NoColour };
        foreach (var command in CommandList.Create(Begin, Anywhere, code => exit = code))
        {
            root.Subcommands.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        var parsed = root.Parse(args);
        if (!IsSuggestion(parsed) && parsed.Action is not HelpWithExamples && UsageProblem.Of(parsed) is { } problem)
        {
            CommandContext.Report(terminal, [CliErrors.Usage(problem)]);
            return ExitCodes.Usage;
        }

        parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        return exit;

        CommandContext Anywhere(ParseResult result)
        {
            var start = result.GetValue(Root) ?? folder;
            return new CommandContext(result.GetValue(NoColour) ? terminal.WithoutColour() : terminal, RepositoryRoot.Find(start) ?? Path.GetFullPath(start));
        }

        CommandContext? Begin(ParseResult result)
        {
            var shown = result.GetValue(NoColour) ? terminal.WithoutColour() : terminal;
            if ((result.GetValue(Root) is { } given ? RepositoryRoot.Find(given) : RepositoryRoot.Find(folder)) is { } found)
            {
                return new CommandContext(shown, found);
            }

            CommandContext.Report(shown, [CliErrors.NoRepository(result.GetValue(Root) ?? folder)]);
            exit = ExitCodes.Problems;
            return null;
        }
    }
}
