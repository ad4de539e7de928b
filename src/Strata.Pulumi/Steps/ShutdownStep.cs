namespace Strata.Pulumi.Steps;

/// <summary>The last step: says that nothing more will come, and waits until the engine has done all, deletions too.</summary>
internal sealed class ShutdownStep : Step
{
    public override async Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation)
    {
        await context.Engine.SignalAndWaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return StepOutcome.Done;
    }

    public override string ToString() => "SignalAndWaitForShutdown";
}
