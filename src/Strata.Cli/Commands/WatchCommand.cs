using System.Collections.Concurrent;
using System.CommandLine;
using Strata.Graph;
using Strata.Planning;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata watch [STACK…]</c>: on each save, the problems of the stacks and what the save changes.</summary>
internal static class WatchCommand
{
    /// <summary>Editors write a file in several steps; what comes within this time belongs together.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stacks = CommandParts.Stacks();
        return new Command("watch", "Checks stacks whenever a stack file is saved, and shows what the save changes. Ends with Ctrl-C.") { stacks }
            .Runs(begin, end, (result, context) => Run(context, result.GetValue(stacks)!));
    }

    private static int Run(CommandContext context, IReadOnlyList<string> stacks)
    {
        if (context.Select(stacks) is null)
        {
            return ExitCodes.Problems;
        }

        using var saves = new BlockingCollection<bool>();
        using var watcher = new FileSystemWatcher(Path.Combine(context.Root, "stacks"), "*.yaml") { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => saves.TryAdd(true);
        watcher.Created += (_, _) => saves.TryAdd(true);
        watcher.Deleted += (_, _) => saves.TryAdd(true);
        watcher.Renamed += (_, _) => saves.TryAdd(true);
        Console.CancelKeyPress += Stop;
        try
        {
            watcher.EnableRaisingEvents = true;
            var last = new Dictionary<string, ResourceGraph>(StringComparer.Ordinal);
            Round(context, stacks, last, isFirst: true);
            foreach (var _ in saves.GetConsumingEnumerable())
            {
                while (saves.TryTake(out var _, Quiet))
                {
                }

                Round(context, stacks, last, isFirst: false);
            }
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }

        return ExitCodes.Fine;

        void Stop(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            saves.CompleteAdding();
        }
    }

    /// <summary>Reads everything anew and says what is different from the round before.</summary>
    /// <param name="last">The graphs of the round before; those of stacks that have problems stay.</param>
    internal static void Round(CommandContext context, IReadOnlyList<string> named, Dictionary<string, ResourceGraph> last, bool isFirst)
    {
        var now = new CommandContext(context.Terminal, context.Root, context.Stages);
        var (terminal, repository) = (now.Terminal, now.Stacks);
        var bad = 0;
        var names = named.Count == 0 ? repository.Names : [.. named.Where(repository.Names.Contains)];
        now.EachStack("Checking", names, now.Expand, (name, made) =>
        {
            context.Report(made.Diagnostics);
            if (made.Graph is not { } graph)
            {
                bad++;
                return;
            }

            var plan = Planner.Plan(last.GetValueOrDefault(name), graph);
            if (!isFirst && plan.Operations.Any(operation => operation.Kind != OperationKind.Same))
            {
                PlanText.Write(terminal.Out, plan, new PlanTextOptions { Style = terminal.OutStyle, Width = Math.Min(terminal.Width, 120) });
            }

            last[name] = graph;
        });
        terminal.Say(bad == 0 ? $"{Count.Of(names.Count, "stack")} valid. Waiting for a save; Ctrl-C ends." : $"{Count.Of(bad, "stack")} with problems. Waiting for a save; Ctrl-C ends.");
        terminal.Flush();
    }
}
