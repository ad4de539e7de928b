using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint as plain Kubernetes: the team's own server, as often as the load wants.</summary>
internal static class KubernetesServing
{
    /// <summary>The server itself reads the files, with whatever library it has for them.</summary>
    private static readonly string[] Schemes = ["s3", "gs", "hf", "https"];

    public static EndpointHandle Expand(KubernetesEndpoint config, ComponentContext context)
    {
        var strategy = EndpointRules.Check(config, context, RolloutTable.Kubernetes, ScalingMetric.Cpu, ScalingMetric.Memory);
        EndpointRules.Need(config, context, nameof(config.Image), config.Image, "Plain Kubernetes runs an image, and brings no server of its own.", "images:1.0");
        CheckMode(config, context);
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var replica = Replica.Of(config, context, cluster);
        var tracks = Track.Of(config, strategy);
        var models = tracks.Select(track => track.Model is { } model ? ModelFiles.Of(context, config, model, nameof(config.Model), RolloutTable.Kubernetes, AccessLevel.Read, Schemes) : null).ToList();
        if (config.Mode == EndpointMode.Batch)
        {
            return KubernetesScoring.Expand(config, context, cluster, space, replica, models[0]);
        }

        var identity = PodIdentity.Add(context, cluster, space, context.Name, ModelFiles.RightsFor(models.OfType<ModelFiles>()));
        var servers = tracks.Zip(models, (track, model) => KubernetesServer.Add(config, context, space, replica, identity, track, model)).ToList();
        ClusterWatch.Add(config, context, cluster, space);
        var url = ClusterEntry.Add(config, context, cluster, space, strategy, [.. servers.Select(server => (server.Track, server.Name, 80))], [.. servers.Select(server => server.Service)]);
        return new KubernetesEndpointHandle(space.Name, [.. servers.Select(server => server.Name)]) { Url = url };
    }

    private static void CheckMode(KubernetesEndpoint config, ComponentContext context)
    {
        string[] ofOnline = config.Mode == EndpointMode.Batch ? [nameof(config.Host), nameof(config.Gateway), nameof(config.Health), nameof(config.Port)] : [];
        foreach (var property in ofOnline.Where(config.IsSet))
        {
            context.Diagnostics.Add(EndpointErrors.OfOtherMode(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, "batch", "online"));
        }

        if (config.Mode == EndpointMode.Online && config.Min == 0)
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                config.SpanOf(nameof(config.Min)), "min: 0", "a deployment of Kubernetes", "Its autoscaler measures the pods there are, and with none there is nothing to measure.",
                "Set 'min: 1', or use 'engine: sagemaker', whose serverless endpoints cost nothing without requests."));
        }
    }
}
