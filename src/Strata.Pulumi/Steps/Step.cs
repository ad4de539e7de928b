using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Pulumi.Steps;

/// <summary>One call to the engine that the deployment makes when all it waits for has answered.</summary>
internal abstract class Step
{
    private readonly HashSet<Step> _waitsFor = [];

    public IReadOnlyCollection<Step> WaitsFor => _waitsFor;

    /// <summary>Where the stack file asks for it; null when nothing there does.</summary>
    public virtual SourceSpan? Origin => null;

    /// <summary>The call and what it is about, for messages: <c>RegisterResource aws:s3/bucket:Bucket lake</c>.</summary>
    public abstract override string ToString();

    /// <summary>Makes the call and keeps the answer for the steps that wait for it.</summary>
    /// <exception cref="Grpc.GrpcException">There was no answer.</exception>
    public abstract Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation);

    /// <summary>What to tell the user when the engine refuses the call.</summary>
    public virtual Diagnostic Refused(string reason) => EngineErrors.CallRefused(ToString(), reason);

    public void WaitFor(Step other) => _waitsFor.Add(other);
}
