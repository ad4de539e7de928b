using System.CommandLine;
using System.CommandLine.Parsing;
using Strata.Cli.Commands;
using Strata.Cli.Files;
using Strata.Diagnostics;

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
            return Invoke(args, terminal, folder);
        }
        catch (IOException e) when (terminal.IsBrokenPipe(e))
        {
            return ExitCodes.Fine;
        }
        finally
        {
            terminal.Flush();
        }
    }

    private static int Invoke(string[] args, Terminal terminal, string folder)
    {
        var exit = ExitCodes.Fine;
        var root = new RootCommand("One YAML file per team becomes that team's machine-learning platform on AWS, Google Cloud or Kubernetes.") { Root, NoColour };
        foreach (var command in CommandList.Create(Begin, code => exit = code))
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            CommandContext.Report(terminal, [.. parsed.Errors.Select(error => CliErrors.Usage(UsageProblem.Of(error, parsed)))]);
            return ExitCodes.Usage;
        }

        parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        return exit;

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
