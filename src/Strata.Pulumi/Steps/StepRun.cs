using System.Threading.Channels;
using Strata.Pulumi.Grpc;

namespace Strata.Pulumi.Steps;

/// <summary>
/// Runs the steps of a plan: each as soon as what it waits for has ended, at most so many at a time. When one fails no other is
/// started, and those under way are waited for.
/// </summary>
internal sealed class StepRun(StepContext context, CancellationToken cancellation)
{
    private readonly Channel<(Step, StepOutcome)> _ended = Channel.CreateUnbounded<(Step, StepOutcome)>();

    public async Task<RunOutcome> RunAsync(IReadOnlyList<Step> steps)
    {
        var queue = new StepQueue(steps);
        var outcome = new RunOutcome(steps.Count);
        for (var running = 0; ; running--)
        {
            while (running < context.Environment.Parallel && outcome.GoesOn && !cancellation.IsCancellationRequested && queue.Take() is { } next)
            {
                running++;
                _ = StartAsync(next);
            }

            if (running == 0)
            {
                return outcome;
            }

            // Cancelling ends the calls, so this always comes to an end.
            var (step, end) = await _ended.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            outcome.Add(end);
            queue.Finish(step);
        }
    }

    private async Task StartAsync(Step step)
    {
        try
        {
            _ended.Writer.TryWrite((step, await EndOf(step).ConfigureAwait(false)));
        }
        catch (Exception mistake)
        {
            // Not of the engine but of this program: whoever waits for the step gets it.
            _ended.Writer.TryComplete(mistake);
        }
    }

    private async Task<StepOutcome> EndOf(Step step)
    {
        try
        {
            return await step.RunAsync(context, cancellation).ConfigureAwait(false);
        }
        catch (GrpcException error)
        {
            return StepOutcome.Of(step, error);
        }
        catch (OperationCanceledException)
        {
            return StepOutcome.Interrupted;
        }
    }
}
