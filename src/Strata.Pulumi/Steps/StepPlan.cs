using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Values;

namespace Strata.Pulumi.Steps;

/// <summary>All the steps of a deployment, each with those it waits for, and the answers of those that have ended.</summary>
/// <param name="root">The first step.</param>
/// <param name="steps">All of them; of two that could start, the earlier does.</param>
internal sealed class StepPlan(
    RootStep root,
    IReadOnlyList<Step> steps,
    IReadOnlyDictionary<Resource, ResourceStep> resources,
    IReadOnlyDictionary<Invoke, InvokeStep> invokes) : IAnswers
{
    public RootStep Root { get; } = root;

    public IReadOnlyList<Step> Steps { get; } = steps;

    public ResourceAnswer Of(Resource resource) => resources[resource].Answer!;

    public PropertyValue Of(Invoke invoke) => invokes[invoke].Answer!;
}
