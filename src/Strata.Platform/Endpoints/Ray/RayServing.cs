using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using CustomResource = Strata.Kubernetes.ApiExtensions.CustomResource;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint on Ray Serve: a RayService, which is a Ray cluster with an application, for each model.</summary>
internal static class RayServing
{
    private static readonly string[] Schemes = ["s3", "gs", "hf", "https"];

    /// <summary>The port of the service that KubeRay makes for the application.</summary>
    private const int Port = 8000;

    public static EndpointHandle Expand(RayEndpoint config, ComponentContext context)
    {
        var strategy = EndpointRules.Check(config, context, RolloutTable.Ray, ScalingMetric.Concurrency);
        EndpointRules.Need(config, context, nameof(config.Image), config.Image, "Ray runs the team's code, which is in an image with Ray.", "images:1.0");
        CheckMode(config, context);
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var replica = Replica.Of(config, context, cluster);
        var tracks = Track.Of(config, strategy);

        // KubeRay tells each head what to serve, or to do.
        PodDoor.Open(context, space, "kuberay", HelmCharts.Get("kuberay-operator").Namespace);
        var models = tracks.Select(track => track.Model is { } model ? ModelFiles.Of(context, config, model, nameof(config.Model), RolloutTable.Ray, AccessLevel.Read, Schemes) : null).ToList();
        if (config.Mode == EndpointMode.Batch)
        {
            return RayScoring.Expand(config, context, cluster, space, replica, models[0]);
        }

        var identity = PodIdentity.Add(context, cluster, space, context.Name, ModelFiles.RightsFor(models.OfType<ModelFiles>()));
        var services = tracks.Zip(models, (track, model) => (Track: track, Resource: AddService(config, context, cluster, space, replica, identity, track, model))).ToList();
        ClusterWatch.Add(config, context, cluster, space);
        var url = ClusterEntry.Add(
            config, context, cluster, space, strategy, [.. services.Select(one => (one.Track, $"{one.Track.NameIn(context.Name)}-serve-svc", Port))], [.. services.Select(one => one.Resource)]);
        return new RayHandle(space.Name, [.. tracks.Select(track => track.NameIn(context.Name))]) { Url = url };
    }

    private static CustomResource AddService(
        RayEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, Replica replica, PodIdentity identity, Track track, ModelFiles? model)
    {
        var name = track.NameIn(context.Name);
        return OperatorObject.Add(
            context.Scope, context.Stack, cluster, name, "ray.io/v1:RayService", name, space.Name, name,
            new()
            {
                ["upgradeStrategy"] = new ValueMap { ["type"] = "NewCluster" },
                ["rayClusterDeletionDelaySeconds"] = 300,

                // A head does not answer requests, and is not in the way of those who do.
                ["excludeHeadPodFromServeSvc"] = true,
                ["serveConfigV2"] = Output.Json(RayApplication.Of(config)),
                ["rayClusterConfig"] = RayCluster.Of(config, context, replica, identity, ServingImage.Of(context, track.Image!, config.SpanOf(nameof(config.Image)), byPods: true), RayCluster.Environment(config, identity, model)),
            },
            new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready, .. cluster.Operators?.After(ClusterOperator.Ray) ?? []] });
    }

    private static void CheckMode(RayEndpoint config, ComponentContext context)
    {
        var isBatch = config.Mode == EndpointMode.Batch;
        if (isBatch)
        {
            EndpointRules.Need(config, context, nameof(config.Entrypoint), config.Entrypoint, "It is what a batch run does.", "python -m fraud.score");
        }
        else
        {
            EndpointRules.Need(config, context, nameof(config.App), config.App, "It is the application that Ray Serve starts.", "fraud.serve:app");
        }

        string[] ofOther = isBatch ? [nameof(config.App), nameof(config.Deployment), nameof(config.Host), nameof(config.Gateway)] : [nameof(config.Entrypoint)];
        foreach (var property in ofOther.Where(config.IsSet))
        {
            context.Diagnostics.Add(EndpointErrors.OfOtherMode(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, isBatch ? "batch" : "online", isBatch ? "online" : "batch"));
        }
    }
}
