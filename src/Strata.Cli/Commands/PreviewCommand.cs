using System.CommandLine;
using Strata.Cli.Files;
using Strata.Cli.Git;
using Strata.Cli.Output.Previews;
using Strata.Cli.Previews;
using Strata.Cli.Processes;
using Strata.Diagnostics;
using Strata.Planning;
using Strata.Platform.Previews;
using Strata.Templating;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata preview [STACK…]</c>: what applying the stacks would do, against another commit or against nothing.</summary>
internal static class PreviewCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end, IProcessRunner processes)
    {
        var stacks = CommandParts.Stacks();
        var reference = CommandParts.Base("Shows what changes since the head left this branch, tag or commit. Everything is shown as new when left out.");
        var head = CommandParts.Head();
        var empty = new Option<bool>("--empty-base") { Description = "Shows everything as new." };
        var format = CommandParts.Format(PreviewFormats.Names);
        var report = new Option<string?>("--report") { Description = "Also writes the whole report to this file, however long: .md, .html or .json." };
        var detailed = new Option<bool>("--detailed-exitcode") { Description = "Ends with 2 when something would change." };
        return new Command("preview", "Shows what would change, stack by stack, with risks and reasons; without credentials, cloud or engine.") { stacks, reference, head, empty, format, report, detailed }
            .Runs(begin, end, (result, context) => Run(
                context, new Options(result.GetValue(stacks)!, result.GetValue(reference), result.GetValue(head), result.GetValue(empty), result.GetValue(format)!, result.GetValue(detailed), result.GetValue(report)), processes, BuiltSide.DefaultCache));
    }

    internal static int Run(CommandContext context, Options options, IProcessRunner processes, string cache)
    {
        if (options.Base is not null && options.Empty)
        {
            return context.Fail(GitErrors.BothBases());
        }

        if (options.Base is null && options.Head is not null)
        {
            return context.Fail(GitErrors.HeadWithoutBase());
        }

        if (options.Report is not null && FullReport.Check(options.Report) is { } problem)
        {
            return context.Fail(problem);
        }

        return options.Base is null ? AgainstNothing(context, options, processes) : AgainstBase(context, options, new GitRepository(processes, context.Root), cache);
    }

    private static int AgainstBase(CommandContext context, Options options, GitRepository git, string cache)
    {
        if (context.Assessment() is not { } assessment)
        {
            return ExitCodes.Problems;
        }

        PreviewReport report;
        try
        {
            using var progress = new Progress(context.Terminal.ProgressTo);
            var comparison = context.Time("base", () => Comparison.Open(context, git, options.Base!, options.Head, cache, progress.Say, assessment));
            if (context.Select(options.Stacks, comparison.Names) is not { } names)
            {
                return ExitCodes.Problems;
            }

            progress.Say($"Previewing {Count.Of(names.Count, "stack")}…");
            report = new PreviewReport(comparison.Base, comparison.Head, context.Time("preview", () => comparison.Previewer.Preview(options.Stacks.Count == 0 ? null : names)));
        }
        catch (GitFailedException e)
        {
            PreviewFormats.WriteProblem(options.Format, context.Terminal, e.Problem);
            return context.Fail(e.Problem);
        }

        return Show(context, options, report);
    }

    private static int Show(CommandContext context, Options options, PreviewReport report)
    {
        context.Report([.. report.Stacks.SelectMany(stack => stack.Diagnostics).Distinct()]);
        PreviewFormats.Write(options.Format, context.Terminal, report, options.Report);
        if (options.Report is { } path && Save(report, path) is { } problem)
        {
            return context.Fail(problem);
        }

        return report.Stacks.Any(stack => stack.Status is PreviewStatus.Failed || stack.IsBlocked || (report.Base is not null && stack.BreaksPolicies)) ? ExitCodes.Problems
            : options.Detailed && report.Stacks.Any(stack => stack.Status is not PreviewStatus.Unchanged) ? ExitCodes.Changes
            : ExitCodes.Fine;
    }

    private static Diagnostic? Save(PreviewReport report, string path)
    {
        try
        {
            AtomicFile.Write(path, FullReport.Of(report, path));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CliErrors.CannotWrite(path, e.Message);
        }
    }

    private static int AgainstNothing(CommandContext context, Options options, IProcessRunner processes)
    {
        if (context.Select(options.Stacks) is not { } names)
        {
            return ExitCodes.Problems;
        }

        if (!options.Empty && DefaultBase.Find(new GitRepository(processes, context.Root)) is { } reference)
        {
            context.Terminal.Say($"Everything is shown as new. What a change does, 'strata preview --base {reference}' shows.");
        }

        if (options is { Format: "text", Report: null })
        {
            return Stream(context, names, options.Detailed);
        }

        if (context.Assessment() is not { } assessment)
        {
            return ExitCodes.Problems;
        }

        var planner = new OwnPlanner(context.Stacks, team => new TemplateLibrary(new DiskTemplates(context.Root, team)));
        return Show(context, options, new PreviewReport(null, new PreviewSide(null, null, false), context.Working($"Previewing {Count.Of(names.Count, "stack")}", () => context.Time("preview", () => Previewer.AgainstNothing(names, planner, assessment)))));
    }

    /// <summary>Plan by plan as each is made: of many stacks, all at once would fill the memory.</summary>
    private static int Stream(CommandContext context, IReadOnlyList<string> names, bool detailed)
    {
        var terminal = context.Terminal;
        var options = new PlanTextOptions { Style = terminal.OutStyle, Width = Math.Min(terminal.Width, 120) };
        var exit = detailed ? ExitCodes.Changes : ExitCodes.Fine;
        context.EachStack(
            "Planning",
            names,
            name =>
            {
                var (graph, diagnostics) = context.Expand(name);
                if (graph is null)
                {
                    return (Text: (string?)null, diagnostics);
                }

                var writer = new StringWriter { NewLine = "\n" };
                PlanText.Write(writer, context.Time("plan", () => Planner.Plan(null, graph)), options);
                return (Text: (string?)writer.ToString(), diagnostics);
            },
            (_, result) =>
            {
                context.Report(result.diagnostics);
                terminal.Out.Write(result.Text);
                exit = result.Text is null ? ExitCodes.Problems : exit;
            },
            streams: true);
        return exit;
    }

    /// <param name="Stacks">Empty for all.</param>
    internal sealed record Options(IReadOnlyList<string> Stacks, string? Base, string? Head, bool Empty, string Format, bool Detailed, string? Report = null);
}
