using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint on KServe: an inference service for each model, and what shares requests out between them.</summary>
internal static class KServeServing
{
    private static readonly string[] Schemes = ["s3", "gs", "hf", "https", "pvc", "oci"];

    public static EndpointHandle Expand(KServeEndpoint config, ComponentContext context)
    {
        var strategy = EndpointRules.Check(config, context, RolloutTable.KServe, ScalingMetric.Cpu, ScalingMetric.Memory);
        CheckWhatServes(config, context);
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var replica = Replica.Of(config, context, cluster);
        var tracks = Track.Of(config, strategy);
        var models = tracks.Select(track => track.Model is { } model ? ModelFiles.Of(context, config, model, nameof(config.Model), RolloutTable.KServe, AccessLevel.Read, Schemes) : null).ToList();
        var identity = PodIdentity.Add(context, cluster, space, context.Name, Rights(models));
        var service = new InferenceService(config, context, cluster, space, replica, identity, strategy);
        var added = tracks.Zip(models, (track, model) => (Track: track, Resource: service.Add(track, model))).ToList();
        ClusterWatch.Add(config, context, cluster, space);
        var url = strategy == RolloutStrategy.Ab
            ? InferenceSplitter.Add(config, context, cluster, space, [.. added.Select(one => one.Track)], [.. added.Select(one => one.Resource)])
            : ClusterEntry.Add(config, context, cluster, space, strategy, [.. added.Select(one => (one.Track, $"{one.Track.NameIn(context.Name)}-predictor", 80))], [.. added.Select(one => one.Resource)]);
        return new KServeHandle(space.Name, [.. tracks.Select(track => track.NameIn(context.Name))], config.Image is null ? context.Name : null) { Url = url };
    }

    private static void CheckWhatServes(KServeEndpoint config, ComponentContext context)
    {
        if (config.Image is null && config.Framework is null)
        {
            context.Diagnostics.Add(EndpointErrors.Missing(config.KeySpan, config.Name, "framework", "It tells which of KServe's servers reads the model.", "sklearn"));
        }

        if (config.Image is null && config.Model is null && (config.Rollout.Variants.Count == 0 || config.Rollout.Variants.Values.Any(variant => variant.Model is null)))
        {
            EndpointRules.Need(config, context, nameof(config.Model), config.Model, "KServe's servers read the model from storage.", "models/fraud/3");
        }

        if (config.Image is not null && config.Framework is not null)
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(config.SpanOf(nameof(config.Framework)), "framework", "an endpoint with an image of its own", "The image is the server, and reads the model itself.", "Remove one of the two."));
        }

        if (config.Min == 0)
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                config.SpanOf(nameof(config.Min)), "min: 0", "KServe in its standard mode", "Only Knative starts servers when a request comes, and it is not installed.",
                "Set 'min: 1', or use 'engine: sagemaker', whose serverless endpoints cost nothing without requests."));
        }
    }

    /// <summary>KServe's own container that fetches models finds MinIO by what the secret says of it.</summary>
    private static PodRights Rights(IEnumerable<ModelFiles?> models)
    {
        var rights = ModelFiles.RightsFor(models.OfType<ModelFiles>());
        return rights.Storage.Select(grant => grant.Storage).OfType<KubernetesObjectStoreHandle>().FirstOrDefault() is not { } store ? rights : rights with
        {
            SecretAnnotations = new()
            {
                ["serving.kserve.io/s3-endpoint"] = store.Server.Endpoint[(store.Server.Endpoint.IndexOf("//", StringComparison.Ordinal) + 2)..],
                ["serving.kserve.io/s3-usehttps"] = store.Server.Endpoint.StartsWith("https:", StringComparison.Ordinal) ? "1" : "0",
                ["serving.kserve.io/s3-region"] = "us-east-1",
                ["serving.kserve.io/s3-usevirtualbucket"] = "false",
            },
        };
    }
}
