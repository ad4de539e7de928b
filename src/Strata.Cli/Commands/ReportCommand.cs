using System.CommandLine;
using Strata.Cli.Files;
using Strata.Platform.Reports;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata report</c>: the whole repository as a static site.</summary>
internal static class ReportCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var output = new Option<string>("--out") { Description = "The folder of the pages; it holds nothing else.", DefaultValueFactory = _ => "report" };
        return new Command("report", "Writes pages about all stacks: components as graphs, workflows, features, models. They need neither a server nor the network.") { output }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(output)!));
    }

    private static int Run(CommandContext context, string output)
    {
        if (context.Select([]) is not { } names || context.Prices() is not { } prices)
        {
            return ExitCodes.Problems;
        }

        var path = Path.GetFullPath(output, context.Root);
        var folder = new ReportFolder(path);
        if (!folder.IsFree)
        {
            context.Report([CliErrors.NotAReport(output)]);
            return ExitCodes.Problems;
        }

        var stacks = new List<ReportStack>(names.Count);
        context.EachStack("Reading", names, name =>
        {
            context.Bind(name);
            return context.Time("expand", () => context.Stacks.Report(name, prices, CommandContext.Today));
        }, (_, stack) => stacks.Add(stack));
        var files = context.Working("Making pages", () => context.Time("pages", () => ReportSite.Of(stacks)));
        try
        {
            var changed = context.Working($"Writing {Count.Of(files.Count, "page")}", () => context.Time("write", () => folder.Write(files)));
            context.Terminal.Say($"{files.Count} files, {changed} changed. Open {Path.Combine(output, "index.html")}.");
            return ExitCodes.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Report([CliErrors.CannotWrite(output, e.Message)]);
            return ExitCodes.Problems;
        }
    }
}
