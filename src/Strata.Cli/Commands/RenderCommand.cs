using System.CommandLine;
using Strata.Cli.Files;
using Strata.Cli.Processes;
using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Templating;

namespace Strata.Cli.Commands;

/// <summary><c>strata render [STACK…]</c>: the files of what runs on a stack, written whole or not at all.</summary>
internal static class RenderCommand
{
    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end, IProcessRunner processes)
    {
        var stacks = CommandParts.Stacks();
        var output = new Option<string>("--out") { Description = "The folder that gets a folder for each stack.", DefaultValueFactory = _ => "rendered" };
        var check = new Option<bool>("--check") { Description = "Only say whether the files are current; 2 when they are not." };
        var diff = new Option<bool>("--diff") { Description = "Only show what would change, as a unified diff; 2 when something would." };
        return new Command("render", "Writes the files of what runs on stacks: images and their builds, workspaces, features, workflows, model cards, tracking, and the entry in a catalog.") { stacks, output, check, diff }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!, result.GetValue(output)!, result.GetValue(check), result.GetValue(diff), processes));
    }

    private static int Run(CommandContext context, IReadOnlyList<string> stacks, string output, bool check, bool diff, IProcessRunner processes)
    {
        if (context.Select(stacks) is not { } names)
        {
            return ExitCodes.Problems;
        }

        var libraries = new Dictionary<string, TemplateLibrary>(StringComparer.Ordinal);
        var checkers = new ICodeChecker[] { new PythonChecker(processes), new ShellChecker(processes) };
        var exit = ExitCodes.Fine;
        foreach (var name in names)
        {
            var (files, diagnostics) = context.Stacks.Render(name, team => libraries.TryGetValue(team, out var library) ? library : libraries[team] = new TemplateLibrary(new DiskTemplates(context.Root, team)));
            var folder = new DiskRenderFolder(Path.Combine(context.Root, output, name));
            var found = new DiagnosticBag();
            var plan = files is null ? null : RenderPlanner.Plan(files, folder, checkers, found);
            context.Report([.. diagnostics, .. found.Sorted()]);
            exit = plan is null ? ExitCodes.Problems : Math.Max(exit, Do(context, name, plan, folder, check, diff));
        }

        return exit;
    }

    private static int Do(CommandContext context, string name, RenderPlan plan, DiskRenderFolder folder, bool check, bool diff)
    {
        if (diff)
        {
            context.Terminal.Out.Write(RenderDiff.Of(plan));
        }

        if (check || diff)
        {
            context.Terminal.Error.WriteLine(plan.IsCurrent ? $"{name}: current." : $"{name}: not current; run 'strata render {name}'.");
            return plan.IsCurrent ? ExitCodes.Fine : ExitCodes.Changes;
        }

        try
        {
            var changed = RenderWriter.Write(plan, folder);
            context.Terminal.Error.WriteLine($"{name}: {plan.Rendered} {(plan.Rendered == 1 ? "file" : "files")}, {changed} changed.");
            return ExitCodes.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Report([CliErrors.CannotWrite(name, e.Message)]);
            return ExitCodes.Problems;
        }
    }
}
