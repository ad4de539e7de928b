using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>Shares requests out between models, or copies them to a shadow.</summary>
internal static class SeldonExperiment
{
    /// <summary>Requests that name the experiment go to its candidates; those that name a model go to that model.</summary>
    public static string HeaderOf(string endpoint) => $"{endpoint}-rollout.experiment";

    public static void Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, RolloutStrategy strategy, IReadOnlyList<Track> tracks, IReadOnlyList<Resource> models)
    {
        var candidates = tracks.Where(track => !track.IsShadow && (strategy != RolloutStrategy.BlueGreen || track.Weight > 0)).ToList();
        var shadow = tracks.FirstOrDefault(track => track.IsShadow);
        OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-rollout", "mlops.seldon.io/v1alpha1:Experiment", $"{context.Name}-rollout", space.Name, context.Name, new()
        {
            ["candidates"] = Value.List(candidates.Select(track => (Value)new ValueMap { ["name"] = track.NameIn(context.Name), ["weight"] = track.Weight })),
            ["mirror"] = shadow is null ? null : (Value)new ValueMap { ["name"] = shadow.NameIn(context.Name), ["percent"] = shadow.Weight },
        }, new ResourceOptions { DependsOn = models });
    }
}
