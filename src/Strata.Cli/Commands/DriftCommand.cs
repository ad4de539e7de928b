using System.CommandLine;
using Strata.Cli.Drift;
using Strata.Cli.Files;
using Strata.Diagnostics;

namespace Strata.Cli.Commands;

/// <summary><c>strata drift STACK --state FILE</c>: what is there against what the stack's files ask for, without credentials.</summary>
internal static class DriftCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stack = new Argument<string>("STACK") { Description = "The stack." };
        var state = new Option<string>("--state") { Description = "What 'pulumi stack export --stack STACK' wrote, or - for standard input; its secrets may stay encrypted.", Required = true };
        var engine = new Option<string?>("--engine-preview") { Description = "What 'pulumi preview --json --stack STACK' wrote, to show the engine's own view beside." };
        var format = CommandParts.Format("text", "json");
        return new Command("drift", "Compares a stack's exported state with its plan: missing, extra, changed outside, protected otherwise, pending; 2 when they differ.") { stack, state, engine, format }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stack)!, result.GetValue(state)!, result.GetValue(engine), result.GetValue(format)!));
    }

    private static int Run(CommandContext context, string stack, string stateFile, string? engineFile, string format)
    {
        if (context.Select([stack]) is null)
        {
            return ExitCodes.Problems;
        }

        var problems = new DiagnosticBag();
        var origin = new StackOrigin(stack, ProjectFile.NameIn(context.Root));
        var state = Read(stateFile, problems) is { } text ? StateReader.Read(text, stateFile, origin, problems) : null;
        var engine = engineFile is not null && Read(engineFile, problems) is { } preview ? EnginePreview.Read(preview, engineFile, origin, problems) : null;
        var (graph, diagnostics) = context.Expand(stack);
        context.Report([.. diagnostics, .. problems.Sorted()]);
        if (graph is null || state is null || problems.HasErrors)
        {
            return ExitCodes.Problems;
        }

        var report = DriftFinder.Find(graph, state, engine);
        if (format == "json")
        {
            DriftJson.Write(context.Terminal.Out, report);
        }
        else
        {
            DriftText.Write(context.Terminal.Out, report, context.Terminal.OutStyle, context.Terminal.Width);
        }

        return report.HasDrift ? ExitCodes.Changes : ExitCodes.Fine;
    }

    private static string? Read(string path, DiagnosticBag problems)
    {
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(CliErrors.CannotRead(path, e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist." : Directory.Exists(path) ? "it is a folder." : e.Message));
            return null;
        }
    }
}
