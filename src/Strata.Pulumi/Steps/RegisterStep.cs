using Strata.Diagnostics;
using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Protocol;
using Strata.Pulumi.Values;

namespace Strata.Pulumi.Steps;

/// <summary>Registers a resource: the engine creates or updates it, or, in a preview, says what it would do.</summary>
internal sealed class RegisterStep(Resource resource) : ResourceStep(resource)
{
    private readonly List<PropertySources> _sources = [];

    /// <summary>What <c>dependsOn</c> comes to, components replaced by what is in them.</summary>
    public List<ResourceStep> DependsOn { get; } = [];

    /// <summary>For each input, the resources its value comes from.</summary>
    public IReadOnlyList<PropertySources> Sources => _sources;

    /// <summary>A provider makes it; a component has none, and neither has one whose parts a plugin registers.</summary>
    public bool HasId => Resource is CustomResource { TypeFacts.IsRemoteComponent: false };

    public void AddSources(string input, IReadOnlyList<ResourceStep> steps) => _sources.Add(new PropertySources(input, steps));

    public override async Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation)
    {
        var problems = new PropertyProblems(Origin, Resource.ToString());
        var request = RegistrationRequest.Of(this, context, problems);
        if (problems.Found.HasErrors)
        {
            return StepOutcome.Of(problems.Found);
        }

        var response = await context.Engine.RegisterResourceAsync(request, cancellation).ConfigureAwait(false);
        Answer = AnswerOf(response, context.Environment.DryRun);
        return response.Result is Result.Success ? StepOutcome.Of(problems.Found) : new StepOutcome(StepEnd.Incomplete, problems.Found);
    }

    public override Diagnostic Refused(string reason) => EngineErrors.RegistrationRefused(Origin, Resource.ToString(), reason);

    public override string ToString() => $"RegisterResource {Resource}";

    private ResourceAnswer AnswerOf(RegisterResourceResponse response, bool isDryRun)
    {
        var isLeftOut = response.Unknown && !isDryRun;
        var missingIsUnknown = isDryRun || isLeftOut || response.Result is not Result.Success;
        var id = response.Id.Length > 0 && !isLeftOut ? PropertyDecoder.DecodeText(response.Id)
            : missingIsUnknown && HasId ? PropertyValue.Unknown
            : PropertyValue.Null;
        return new ResourceAnswer(response.Urn, id, OutputsOf(isLeftOut ? null : response.Object), missingIsUnknown);
    }
}
