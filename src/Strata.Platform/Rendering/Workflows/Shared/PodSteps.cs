using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Steps that become pods of the stack's cluster: where they are, what they reach, and each as templates see it.</summary>
/// <param name="Store">The folder for what steps hand on.</param>
internal sealed record PodSteps(PodPlace Place, string Store, StepSurroundings Around, IReadOnlyList<TemplateMap> Steps)
{
    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public static PodSteps? Of(PlacedWorkflow placed, Ref<Cluster>? named, Input<string> store, RenderContext context)
    {
        var config = placed.Scheduler.Config;
        if (PodPlace.Of(placed, named, context) is not { } place
            || context.Known(store, $"the store of '{config.Name}'", config.KeySpan) is not { } known
            || place.Around(known, context) is not { } around)
        {
            return null;
        }

        var steps = placed.Workflow.Steps.Select(step => StepModel.Of(step, placed, around.Of(placed), context)).ToList();
        return steps.Contains(null) ? null : new PodSteps(place, known, around, [.. steps.OfType<TemplateMap>()]);
    }

    /// <summary>The webhook's secret and its key; null without one.</summary>
    public static TemplateValue Webhook(PlacedWorkflow placed) =>
        placed.Workflow.Config.Notify?.Webhook is { } webhook ? TemplateValue.List(Foundation.WorkflowSecrets.NameOf(webhook.Name), Foundation.WorkflowSecrets.Key) : TemplateValue.Null;
}
