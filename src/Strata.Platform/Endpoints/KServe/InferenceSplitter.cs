using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>Splits the requests of an A/B test by weight: KServe's own router.</summary>
internal static class InferenceSplitter
{
    /// <returns>Where requests go.</returns>
    public static string Add(KServeEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, IReadOnlyList<Track> tracks, IReadOnlyList<Resource> services)
    {
        var steps = tracks.Select(track => (Value)new ValueMap { ["name"] = track.Variant, ["serviceName"] = track.NameIn(context.Name), ["weight"] = track.Weight });
        var graph = OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-split", "serving.kserve.io/v1alpha1:InferenceGraph", context.Name, space.Name, context.Name, new()
        {
            ["nodes"] = new ValueMap { ["root"] = new ValueMap { ["routerType"] = "Splitter", ["steps"] = Value.List(steps) } },
            ["minReplicas"] = config.Min,
            ["maxReplicas"] = config.Max,
            ["resources"] = new ValueMap
            {
                ["requests"] = new ValueMap { ["cpu"] = "100m", ["memory"] = "128Mi" },
                ["limits"] = new ValueMap { ["memory"] = "512Mi" },
            },
        }, new ResourceOptions { DependsOn = services }, notes: new() { ["serving.kserve.io/deploymentMode"] = "Standard" });
        if (config.Gateway is not null)
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                config.SpanOf(nameof(config.Gateway)), "gateway", "an A/B test on KServe", "Its InferenceGraph shares out the requests.", "Remove it; with 'host' the graph gets an ingress behind signing in."));
        }

        return ClusterEntry.AddBehindSignIn(config, context, cluster, space, context.Name, 80, [graph]);
    }
}
