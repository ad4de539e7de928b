using Strata.Diagnostics;
using Strata.Graph;
using Strata.Pulumi.Engine;
using Strata.Pulumi.Steps;

namespace Strata.Pulumi;

/// <summary>A run of the program under the <c>pulumi</c> command: what its engine is told, and what the program exits with.</summary>
public sealed class Deployment : IDisposable
{
    private readonly EngineEnvironment _environment;
    private readonly IEngine _engine;
    private readonly EngineLog _log;
    private readonly Task<EngineFeatures> _features;

    internal Deployment(EngineEnvironment environment, IEngine engine, TextWriter errors)
    {
        _environment = environment;
        _engine = engine;
        _log = new EngineLog(engine, errors);

        // At once and beside all else: by the time there is a graph, there is a connection.
        _features = Task.Run(() => EngineFeatures.AskAsync(engine, CancellationToken.None));
    }

    /// <param name="errors">Where messages go when the engine does not take them.</param>
    public static Deployment Connect(EngineEnvironment environment, TextWriter errors) =>
        new(environment, new GrpcEngine(environment.Monitor, environment.Engine), errors);

    /// <summary>Tells the user of problems found before anything was registered.</summary>
    /// <returns>One of <see cref="ExitCode"/>: fine when there are only warnings.</returns>
    public async Task<int> ReportAsync(IReadOnlyCollection<Diagnostic> problems)
    {
        var isTold = await _log.TellAsync(problems, []).ConfigureAwait(false);
        var isFine = problems.All(problem => problem.Severity is not Severity.Error);
        return isFine ? ExitCode.Fine : isTold ? ExitCode.UserWasTold : ExitCode.Failed;
    }

    /// <summary>
    /// Registers everything in the graph, each resource as soon as what it depends on has answered, and waits until the engine is
    /// done. Nothing is ever registered twice, whatever fails.
    /// </summary>
    /// <param name="secrets">The texts of <c>strata:secrets</c> by name.</param>
    /// <param name="cancellation">Stops the calls under way; what the engine has begun it may still finish.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(ResourceGraph graph, IReadOnlyDictionary<string, string> secrets, CancellationToken cancellation = default)
    {
        var problems = new DiagnosticBag();
        var plan = new StepPlanner(graph, problems).Plan();
        if (problems.HasErrors)
        {
            return await ReportAsync(problems).ConfigureAwait(false);
        }

        var context = new StepContext(_engine, _features, _environment, graph, plan, secrets);
        var outcome = await new StepRun(context, cancellation).RunAsync(plan.Steps).ConfigureAwait(false);
        if (!outcome.IsComplete && cancellation.IsCancellationRequested)
        {
            outcome.Problems.Add(EngineErrors.Interrupted(outcome.Done, plan.Steps.Count));
        }

        var isTold = await _log.TellAsync(outcome.Problems, secrets.Values).ConfigureAwait(false);
        return outcome.IsComplete ? ExitCode.Fine : isTold ? ExitCode.UserWasTold : ExitCode.Failed;
    }

    /// <summary>Runs the program; a bug in it is told to the user through the engine instead of as a crash.</summary>
    /// <returns>What the program returns, or one of <see cref="ExitCode"/> after a bug.</returns>
    public async Task<int> GuardAsync(Func<Task<int>> program)
    {
        try
        {
            return await program().ConfigureAwait(false);
        }
        catch (Exception bug)
        {
            return await _log.TellAsync([BugOf(bug)], _environment.SecretTexts).ConfigureAwait(false) ? ExitCode.UserWasTold : ExitCode.Failed;
        }
    }

    private static Diagnostic BugOf(Exception bug) => EngineErrors.BugOfOurs(
        bug.GetType().Name, bug.Message.TrimEnd('.'), string.Join("; ", (bug.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    public void Dispose() => _engine.Dispose();
}
