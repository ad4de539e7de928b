using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Engine;
using Strata.Pulumi.Values;

namespace Strata.Pulumi.Steps;

/// <summary>What every step needs.</summary>
/// <param name="FeaturesAsked">What the engine understands, once it has answered.</param>
/// <param name="Graph">What is deployed.</param>
/// <param name="Plan">The steps, with the answers of those that have ended.</param>
/// <param name="Secrets">The texts of <c>strata:secrets</c> by name.</param>
internal sealed record StepContext(
    IEngine Engine,
    Task<EngineFeatures> FeaturesAsked,
    EngineEnvironment Environment,
    ResourceGraph Graph,
    StepPlan Plan,
    IReadOnlyDictionary<string, string> Secrets)
{
    /// <summary>The root resource, parent of all that has no other. Known after the first step.</summary>
    public string StackUrn => Plan.Root.StackUrn!;

    /// <summary>Known after the first step.</summary>
    public EngineFeatures Features => Plan.Root.Features!;

    public ValueResolver Resolver(PropertyProblems problems) => new(Plan, Secrets, Environment.DryRun, problems);

    public PropertyEncoder Encoder(PropertyProblems problems) => new(Features, problems);
}
