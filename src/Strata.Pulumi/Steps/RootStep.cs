using Strata.Pulumi.Engine;
using Strata.Pulumi.Protocol;

namespace Strata.Pulumi.Steps;

/// <summary>The first step: registers the stack itself, and asks what the engine understands.</summary>
internal sealed class RootStep : Step
{
    /// <summary>The parent of all that has no other. Set when the step has ended well.</summary>
    public string? StackUrn { get; private set; }

    /// <summary>Set when the step has ended well.</summary>
    public EngineFeatures? Features { get; private set; }

    public override async Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation)
    {
        var features = EngineFeatures.AskAsync(context.Engine, cancellation);
        var stack = RegistrationRequest.Accepting(new RegisterResourceRequest
        {
            Type = Urn.StackType,
            Name = $"{context.Environment.Project}-{context.Environment.Stack}",
            Object = new(),
        });
        var registered = context.Engine.RegisterResourceAsync(stack, cancellation);
        await Task.WhenAll(features, registered).ConfigureAwait(false);
        Features = await features.ConfigureAwait(false);
        StackUrn = (await registered.ConfigureAwait(false)).Urn;
        await context.Engine.SetRootResourceAsync(StackUrn, cancellation).ConfigureAwait(false);
        return StepOutcome.Done;
    }

    public override string ToString() => $"RegisterResource {Urn.StackType}";
}
