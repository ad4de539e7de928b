using Strata.Gcp.Vertex;
using Strata.Gcp.Vertex.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Endpoints;

/// <summary>
/// An endpoint on Vertex AI: the endpoint itself, who its models run as and who watches them. Models get on it, and get their share
/// of the requests, by the deploy step, which owns the traffic split.
/// </summary>
internal static class VertexServing
{
    public static EndpointHandle Expand(VertexEndpoint config, ComponentContext context)
    {
        var strategy = EndpointRules.Check(config, context, RolloutTable.Vertex, ScalingMetric.Cpu);
        EndpointRules.Need(config, context, nameof(config.Image), config.Image, "Vertex AI runs an image, the team's own or one of Google's for its framework.", "images:1.0");
        VertexRules.Check(config, context);
        var gcp = context.Expansion.Foundations.Gcp;
        var tracks = Track.Of(config, strategy)
            .Select(track => (Track: track, Files: track.Model is { } model ? ModelFiles.Of(context, config, model, nameof(config.Model), RolloutTable.Vertex, AccessLevel.Read, "gs") : null)).ToList();
        if (config.Mode == EndpointMode.Batch)
        {
            return VertexScoring.Expand(config, context, tracks[0].Files);
        }

        var account = VertexAccount.Add(context, tracks.Select(one => one.Files).OfType<ModelFiles>());
        var key = gcp.Keys.IdFor("endpoints");
        var endpoint = context.Scope.Add(new AiEndpoint(context.Name, new ResourceOptions { DependsOn = [gcp.Api("aiplatform")], IgnoreChanges = ["trafficSplit"] })
        {
            // Letters are allowed in front, and then dashes too (Vertex AI v1, CreateEndpointRequest.endpoint_id).
            Name = context.Named(Naming.GcpNames.Vertex),
            DisplayName = context.Named(Naming.GcpNames.Vertex),
            Description = $"{context.Name} of {context.Stack.Name}",
            Location = gcp.Region,
            Region = gcp.Region,
            DedicatedEndpointEnabled = config.Private ? null : (Input<bool>)true,
            PrivateServiceConnectConfig = config.Private ? new AiEndpointPrivateServiceConnectConfigArgs { EnablePrivateServiceConnect = true, ProjectAllowlists = [gcp.Project] } : null,
            EncryptionSpec = key is null ? null : new AiEndpointEncryptionSpecArgs { KmsKeyName = key },
            PredictRequestResponseLoggingConfig = Logging(config, context),
        });
        VertexAlarms.Add(config, context, endpoint);
        return new VertexHandle(endpoint.Id, account.Email, Deploy(config, context, tracks))
        {
            // A private one has the address that its network gives it.
            Url = config.Private ? null : Output.Format($"https://{endpoint.DedicatedEndpointDns}/v1/{endpoint.Id}:predict"),
        };
    }

    private static AiEndpointPredictRequestResponseLoggingConfigArgs? Logging(VertexEndpoint config, ComponentContext context)
    {
        if (config.Logging is not { } percent)
        {
            return null;
        }

        var warehouse = context.StorageFor<Warehouse, WarehouseHandle>(config, config.Warehouse, nameof(config.Warehouse));
        if (warehouse is not BigQueryHandle tables)
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                config.SpanOf(nameof(config.Warehouse)) ?? config.SpanOf(nameof(config.Logging)), "logging", "an endpoint on Vertex AI", "It writes to BigQuery only.", "Name a warehouse with 'engine: bigquery', or remove 'logging'."));
            return null;
        }

        return new()
        {
            Enabled = true,
            SamplingRate = percent / 100.0,
            BigqueryDestination = new AiEndpointPredictRequestResponseLoggingConfigBigqueryDestinationArgs
            {
                OutputUri = Output.Format($"bq://{context.Expansion.Foundations.Gcp.Project}.{tables.Dataset}.{context.Name.Replace('-', '_')}_requests"),
            },
        };
    }

    /// <summary>What the deploy step does with <c>gcloud ai models upload</c> and <c>gcloud ai endpoints deploy-model</c>.</summary>
    private static ValueMap Deploy(VertexEndpoint config, ComponentContext context, IReadOnlyList<(Track Track, ModelFiles? Files)> tracks) => new()
    {
        ["region"] = context.Expansion.Foundations.Gcp.Region,
        ["machine"] = VertexMachine.Of(config, context),
        ["minReplicas"] = config.Min,
        ["maxReplicas"] = config.Max,
        ["cpuTarget"] = config.Scaling?.Target ?? 60,
        ["environment"] = config.Environment.Count == 0 ? null : Tags.ToInput(config.Environment).ToValue(),
        ["models"] = Value.List(tracks.Select(one => (Value)new ValueMap
        {
            ["name"] = one.Track.NameIn(context.Name),
            ["image"] = ServingImage.Of(context, one.Track.Image!, config.SpanOf(nameof(config.Image))),
            ["artifactUri"] = one.Files?.Uri.Value,
            ["trafficPercent"] = one.Track.Weight,
        })),
    };
}
