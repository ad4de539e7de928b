using Strata.Diagnostics;
using Strata.Pulumi.Grpc;

namespace Strata.Pulumi.Steps;

/// <summary>How a step ended, and what there is to tell about it.</summary>
internal readonly record struct StepOutcome(StepEnd End, IReadOnlyCollection<Diagnostic> Problems)
{
    public static StepOutcome Done { get; } = new(StepEnd.Done, []);

    public static StepOutcome Interrupted { get; } = new(StepEnd.Interrupted, []);

    public static StepOutcome Of(DiagnosticBag problems) => new(problems.HasErrors ? StepEnd.Failed : StepEnd.Done, problems);

    /// <summary>An engine that stops, because something else failed or the user wants it to, answers that it is unavailable.</summary>
    public static StepOutcome Of(Step step, GrpcException error) => error switch
    {
        { IsConnectionLost: true } => new StepOutcome(StepEnd.ConnectionLost, [EngineErrors.EngineGone(step.ToString(), error.Message)]),
        { Status: GrpcStatus.Unavailable or GrpcStatus.Cancelled } => new StepOutcome(StepEnd.UserWasTold, []),
        _ => new StepOutcome(StepEnd.Failed, [step.Refused(error.Message)]),
    };
}
