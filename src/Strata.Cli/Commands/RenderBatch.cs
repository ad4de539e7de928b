using Strata.Cli.Files;
using Strata.Cli.Processes;
using Strata.Diagnostics;
using Strata.Platform.Rendering;

namespace Strata.Cli.Commands;

/// <summary>A stack whose files are made and compared with its folder.</summary>
/// <param name="Plan">Null when its problems stop it.</param>
/// <param name="FilesRead">The paths of the stack files and fragments it was made from.</param>
internal sealed record MadeStack(string Name, RenderPlan? Plan, DiskRenderFolder Folder, IReadOnlyList<string> FilesRead, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What a stack's rendering came to.</summary>
/// <param name="Changed">How many files were written or removed.</param>
internal sealed record DoneStack(MadeStack Made, bool IsFine, int Changed, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Checks and writes stacks some at a time, while the next are made: other programs are asked about all of them in one go. Results are taken
/// in order and on the caller's thread.
/// </summary>
internal sealed class RenderBatch(IReadOnlyList<CodeChecks> checkers, bool writes, Action<DoneStack> take)
{
    private const int Size = 64;

    private readonly List<MadeStack> _stacks = [];
    private Task<DoneStack[]>? _running;

    public void Add(MadeStack stack)
    {
        _stacks.Add(stack);
        if (_stacks.Count == Size)
        {
            Start();
        }
    }

    public void Flush()
    {
        Start();
        Settle();
    }

    private void Start()
    {
        Settle();
        if (_stacks.Count == 0)
        {
            return;
        }

        var stacks = _stacks.ToList();
        _stacks.Clear();
        _running = Task.Factory.StartNew(() => Finish(stacks), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Settle()
    {
        foreach (var done in _running?.GetAwaiter().GetResult() ?? [])
        {
            take(done);
        }

        _running = null;
    }

    private DoneStack[] Finish(List<MadeStack> stacks)
    {
        Parallel.ForEach(checkers, checker => checker.Ask(stacks.Where(stack => stack.Plan is not null).SelectMany(stack => stack.Plan!.New)));
        var done = new DoneStack[stacks.Count];
        Parallel.For(0, stacks.Count, at => done[at] = Finish(stacks[at]));
        return done;
    }

    private DoneStack Finish(MadeStack stack)
    {
        var found = new DiagnosticBag();
        found.AddRange(stack.Diagnostics);
        if (stack.Plan is null || !RenderPlanner.CheckCode(stack.Plan, checkers, found))
        {
            return new DoneStack(stack, false, 0, found.Sorted());
        }

        try
        {
            return new DoneStack(stack, true, writes ? RenderWriter.Write(stack.Plan, stack.Folder) : 0, found.Sorted());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            found.Add(CliErrors.CannotWrite(stack.Name, e.Message));
            return new DoneStack(stack, false, 0, found.Sorted());
        }
    }
}
