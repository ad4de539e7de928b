using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Protocol;
using Strata.Pulumi.Values;

namespace Strata.Pulumi.Steps;

/// <summary>Reads the outputs of another stack.</summary>
internal sealed class ReadStackStep : ResourceStep
{
    private readonly StackReference _reference;

    public ReadStackStep(StackReference reference)
        : base(reference)
    {
        _reference = reference;
        Keep("outputs");
        Keep("secretOutputNames");
    }

    public override async Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation)
    {
        var problems = new PropertyProblems(Origin, Resource.ToString());
        var stack = FullName(_reference.Stack, context.Environment);
        var request = new ReadResourceRequest
        {
            Type = Resource.TypeToken,
            Name = Resource.LogicalName,
            Id = stack,
            Parent = context.StackUrn,
            Properties = context.Encoder(problems).Encode([new PropertyField("name", PropertyValue.Of(stack))]),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        if (!problems.Found.HasErrors)
        {
            var response = await context.Engine.ReadResourceAsync(request, cancellation).ConfigureAwait(false);
            Answer = new ResourceAnswer(response.Urn, PropertyValue.Of(stack), OutputsOf(response.Properties), MissingIsUnknown: false);
        }

        return StepOutcome.Of(problems.Found);
    }

    public override string ToString() => $"ReadResource {Resource}";

    /// <summary>The short name of a stack means one of this project, with the same owner.</summary>
    private static string FullName(string stack, EngineEnvironment environment) =>
        stack.Contains('/', StringComparison.Ordinal) ? stack : $"{environment.Organization}/{environment.Project}/{stack}";
}
