using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Protocol;
using Strata.Text;

namespace Strata.Pulumi.Steps;

/// <summary>Tells the engine the outputs of a component, or of the stack itself, which also says that it is complete.</summary>
/// <param name="component">Null for the stack.</param>
internal sealed class OutputsStep(ComponentResource? component, IReadOnlyList<Property> outputs) : Step
{
    public override SourceSpan? Origin => component is null ? null : GraphBuilder.OriginOf(component);

    public override async Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation)
    {
        var problems = new PropertyProblems(Origin, component?.ToString() ?? "the stack's outputs");
        var values = context.Resolver(problems).Resolve(outputs).ToList();
        var request = new RegisterResourceOutputsRequest
        {
            Urn = component is null ? context.StackUrn : context.Plan.Of(component).Urn,
            Outputs = context.Encoder(problems).Encode(values),
        };

        // An update that could not make everything leaves the outputs of the last one in place.
        var isKnown = context.Environment.DryRun || !values.Any(output => output.Value.HasUnknown);
        if (isKnown && !problems.Found.HasErrors)
        {
            await context.Engine.RegisterResourceOutputsAsync(request, cancellation).ConfigureAwait(false);
        }

        return StepOutcome.Of(problems.Found);
    }

    public override string ToString() => $"RegisterResourceOutputs {component?.ToString() ?? "of the stack"}";
}
