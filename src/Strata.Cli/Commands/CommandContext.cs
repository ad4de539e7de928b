using Strata.Cli.Files;
using Strata.Cli.Output;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Costs;
using Strata.Platform.Previews;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary>What a command works with once its arguments are read.</summary>
/// <param name="Root">The repository's folder.</param>
/// <param name="Stages">Takes down what is read and how long it takes; null when nobody asks.</param>
internal sealed record CommandContext(Terminal Terminal, string Root, Stages? Stages = null)
{
    public StackRepository Stacks { get; } = new(Open(Root, Stages));

    /// <summary>The stack files as they are on disk now.</summary>
    public IStackFiles Files() => Open(Root, Stages);

    /// <summary>A stack's graph and problems; see <see cref="StackRepository.Expand"/>.</summary>
    public (ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics) Expand(string name)
    {
        Bind(name);
        return Time("expand", () => Stacks.Expand(name));
    }

    /// <summary>Reads and binds a stack, which everything else of it then has.</summary>
    public BoundStack? Bind(string name) => Time("bind", () => Stacks.Bind(name));

    /// <summary>Takes down how long a stage takes, when somebody asks for it.</summary>
    /// <param name="stage">A word: bind, expand, price.</param>
    public T Time<T>(string stage, Func<T> work) => Stages is null ? work() : Stages.Time(stage, work);

    /// <summary>Does what may take long, and says so after half a second.</summary>
    /// <param name="doing">Such as <c>Writing pages</c>.</param>
    public T Working<T>(string doing, Func<T> work)
    {
        using var progress = new Progress(Terminal.ProgressTo);
        progress.Say($"{doing}…");
        return work();
    }

    /// <summary>
    /// Works on stacks as <see cref="OrderedWork"/> does and says on a terminal how far it is.
    /// </summary>
    /// <param name="doing">Such as <c>Checking</c>.</param>
    /// <param name="streams">What is taken is data, printed at once: on a terminal, that is all the progress there is.</param>
    public void EachStack<T>(string doing, IReadOnlyList<string> names, Func<string, T> work, Action<string, T> take, bool streams = false)
    {
        using var progress = new Progress(streams && Terminal.Width != int.MaxValue ? null : Terminal.ProgressTo);
        var done = 0;
        progress.Say($"{doing} {Count.Of(names.Count, "stack")}…");
        OrderedWork.Run(names, work, (name, result) =>
        {
            progress.MakeWay(() =>
            {
                take(name, result);
                if (Terminal.ProgressTo is not null)
                {
                    Terminal.Flush();
                }
            });
            progress.Say(names.Count == 1 ? $"{doing} {Count.Of(1, "stack")}…" : $"{doing} stacks: {++done} of {names.Count}…");
        });
    }

    /// <summary>The named stacks, or all when none is named; null after saying which do not exist.</summary>
    public IReadOnlyList<string>? Select(IReadOnlyList<string> names) => Select(names, Stacks.Names);

    /// <summary>The same among given stacks.</summary>
    public IReadOnlyList<string>? Select(IReadOnlyList<string> names, IReadOnlyList<string> known)
    {
        if (known.Count == 0)
        {
            Report([CliErrors.NoStacks("stacks")]);
            return null;
        }

        var unknown = names.Where(name => !known.Contains(name)).Distinct().Select(name => CliErrors.UnknownStack(name, known)).ToList();
        if (unknown.Count > 0)
        {
            Report(unknown);
            return null;
        }

        return names.Count == 0 ? known : [.. names.Distinct()];
    }

    /// <summary>The prices that come with Strata and the repository's own, <c>stacks/prices.csv</c>; null after saying what is wrong with those.</summary>
    public PriceTable? Prices()
    {
        var diagnostics = new DiagnosticBag();
        var prices = PriceTable.With(Files().Read("stacks/prices.csv"), diagnostics);
        Report(diagnostics.Sorted());
        return diagnostics.HasErrors ? null : prices;
    }

    /// <summary>What previews work out costs and policy findings by; null after saying what is wrong with the repository's prices.</summary>
    public PreviewAssessment? Assessment() => Prices() is { } prices ? new PreviewAssessment(prices, Today) : null;

    /// <summary>The day that waivers expire by.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Says problems to people, on standard error.</summary>
    public void Report(IReadOnlyList<Diagnostic> diagnostics) => Report(Terminal, diagnostics);

    /// <summary>Says what is wrong and gives the exit code for it.</summary>
    public int Fail(Diagnostic problem)
    {
        Report([problem]);
        return ExitCodes.Problems;
    }

    /// <inheritdoc cref="Report(IReadOnlyList{Diagnostic})"/>
    public static void Report(Terminal terminal, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (terminal.Volume == Volume.Quiet)
        {
            diagnostics = [.. diagnostics.Where(problem => problem.Severity == Severity.Error)];
        }

        if (diagnostics.Count > 0)
        {
            DiagnosticText.Write(terminal.Error, diagnostics, terminal.ErrorStyle, Math.Min(terminal.Width, 120));
        }
    }

    private static IStackFiles Open(string root, Stages? stages) => stages is null ? new DiskStackFiles(root) : new TimedStackFiles(new DiskStackFiles(root), stages);
}
