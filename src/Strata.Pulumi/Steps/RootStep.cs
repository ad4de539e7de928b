using Strata.Pulumi.Engine;
using Strata.Pulumi.Protocol;

namespace Strata.Pulumi.Steps;

/// <summary>The first step: registers the stack itself, and waits for what the engine says that it understands.</summary>
internal sealed class RootStep : Step
{
    /// <summary>The parent of all that has no other. Set when the step has ended well.</summary>
    public string? StackUrn { get; private set; }

    /// <summary>Set when the step has ended well.</summary>
    public EngineFeatures? Features { get; private set; }

    public override async Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation)
    {
        var stack = RegistrationRequest.Accepting(new RegisterResourceRequest
        {
            Type = Urn.StackType,
            Name = $"{context.Environment.Project}-{context.Environment.Stack}",
            Object = new(),
        });
        var registered = await context.Engine.RegisterResourceAsync(stack, cancellation).ConfigureAwait(false);
        StackUrn = registered.Urn;
        Features = await context.FeaturesAsked.WaitAsync(cancellation).ConfigureAwait(false);
        await context.Engine.SetRootResourceAsync(StackUrn, cancellation).ConfigureAwait(false);
        return StepOutcome.Done;
    }

    public override string ToString() => $"RegisterResource {Urn.StackType}";
}
