using System.CommandLine;
using Strata.Cli.Files;
using Strata.Cli.Processes;
using Strata.Platform.Rendering;

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
        return new Command("render", "Writes the files of what runs on stacks: images and their builds, workspaces, features, workflows, model cards, tracking, and the entry in a catalog.") { stacks, output, check, diff, RenderCiCommand.Create(begin, end) }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!, result.GetValue(output)!, result.GetValue(check), result.GetValue(diff), processes));
    }

    private static int Run(CommandContext context, IReadOnlyList<string> stacks, string output, bool check, bool diff, IProcessRunner processes)
    {
        if (context.Select(stacks) is not { } names)
        {
            return ExitCodes.Problems;
        }

        var folder = Path.GetFullPath(output, context.Root);
        var record = RenderRecord.Open(context.Root, folder);
        var current = record.Current(names);
        var exit = ExitCodes.Fine;
        var batch = new RenderBatch([new CodeChecks(new PythonChecker(processes), CodeShape.OfPython), new CodeChecks(new ShellChecker(processes), CodeShape.OfShell)], writes: !check && !diff, done =>
        {
            context.Report(done.Diagnostics);
            exit = Math.Max(exit, Say(context, done, check, diff));
            if (IsSettled(done, check || diff))
            {
                record.Set(done.Made.Name, done.Made.FilesRead, done.Made.Plan!.Files.Where(file => file.After is not null).Select(file => file.Path).Append(RenderManifest.Path), done.Made.Folder.Written);
            }
            else
            {
                record.Forget(done.Made.Name);
            }
        });
        var maker = new StackMaker(context);
        context.EachStack("Rendering", names, name => current.ContainsKey(name) ? null : maker.Make(name, Path.Combine(folder, name)), (name, made) =>
        {
            if (made is not null)
            {
                batch.Add(made);
                return;
            }

            batch.Flush();
            context.Terminal.Say(check || diff ? $"{name}: current." : Summary(name, current[name], 0));
        });
        batch.Flush();
        if (!check && !diff && current.Count < names.Count)
        {
            record.Save();
        }

        return exit;
    }

    /// <summary>The folder is as the stack's files make it, and there is nothing to be said of it again next time.</summary>
    private static bool IsSettled(DoneStack done, bool writesNothing) =>
        done is { IsFine: true, Diagnostics.Count: 0 } && (!writesNothing || done.Made.Plan!.IsCurrent) && done.Made.Plan!.Files.Count > 0;

    private static int Say(CommandContext context, DoneStack done, bool check, bool diff)
    {
        var (name, plan) = (done.Made.Name, done.Made.Plan);
        if (!done.IsFine || plan is null)
        {
            return ExitCodes.Problems;
        }

        if (diff)
        {
            context.Terminal.Out.Write(RenderDiff.Of(plan));
        }

        if (check || diff)
        {
            context.Terminal.Say(plan.IsCurrent ? $"{name}: current." : $"{name}: not current; run 'strata render {name}'.");
            return plan.IsCurrent ? ExitCodes.Fine : ExitCodes.Changes;
        }

        context.Terminal.Say(Summary(name, plan.Rendered, done.Changed));
        return ExitCodes.Fine;
    }

    private static string Summary(string name, int files, int changed) => $"{name}: {files} {(files == 1 ? "file" : "files")}, {changed} changed.";
}
