using System.ComponentModel;
using Strata.Gcp.Vertex;
using Strata.Gcp.Vertex.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.FeatureStores;

/// <summary>Vertex AI Feature Store: feature groups over BigQuery tables, served from one online store.</summary>
public sealed record VertexFeaturesConfig : FeatureStoreConfig
{
    [Description("The BigQuery warehouse with the tables. The stack's only warehouse when left out.")]
    public Ref<Warehouse>? Offline { get; init; }

    [Description("How many nodes the online store has at most; each is billed by the hour, used or not.")]
    [Bounds(1, 10)]
    [PerEnvironment("1", "3")]
    public int MaxNodes { get; init; }
}

/// <summary>The registry and the online store; the features themselves stay in BigQuery.</summary>
internal static class VertexFeatures
{
    private const string OnlyGcp = "Vertex AI Feature Store is a service of Google Cloud.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<VertexFeaturesConfig>("featureStores", "vertex", "strata:featureStore:Vertex", new EngineFacts(
            "Vertex AI Feature Store",
            Maturity.Stable,
            "service",
            null,
            new("https://docs.cloud.google.com/vertex-ai/docs/featurestore/latest/overview", "2026-11-26")))
        .Managed<VertexFeaturesConfig>(Cloud.Gcp, Expand)
        .RefuseSelfHosted(Cloud.Gcp, "The store is a service, and there is no software to run oneself.", "Use engine: feast, which runs on a cluster, or remove 'managed'.")
        .RefuseBoth(Cloud.Aws, OnlyGcp, "Use engine: sagemaker, which is AWS' counterpart.")
        .RefuseBoth(Cloud.Kubernetes, OnlyGcp, "Use engine: feast, which runs on any cluster.");

    private static FeatureStoreHandle Expand(VertexFeaturesConfig config, ComponentContext context)
    {
        FeatureRules.Check(config, context);
        if (config.Views.Count == 0)
        {
            context.Diagnostics.Add(FeatureStoreErrors.NoViews(config.KeySpan, config.Name));
        }

        var gcp = context.Expansion.Foundations.Gcp;
        if (context.StorageFor<Warehouse, WarehouseHandle>(config, config.Offline, nameof(config.Offline)) is not BigQueryHandle warehouse)
        {
            context.Diagnostics.Add(FeatureStoreErrors.StoreNotPossible(
                config.SpanOf(nameof(config.Offline)), config.Name, "offline", "this warehouse", Cloud.Gcp.Title(), "Vertex AI reads features from BigQuery only.", ["a warehouse with engine: bigquery"]));
            throw new ExpansionStoppedException();
        }

        var key = gcp.Keys.IdFor("vertex");
        var online = config.Views.Values.Any(view => view.Online) ? AddOnline(config, context, key) : null;
        foreach (var (name, view) in config.Views)
        {
            if (view.Source.Table is null)
            {
                context.Diagnostics.Add(FeatureStoreErrors.SourceNotPossible(
                    view.SpanOf(nameof(view.Source)), name, "Vertex AI", "It reads tables of BigQuery, and no files.", "Make an external table over the files and name it with 'table:'."));
                continue;
            }

            AddView(name, view, config, context, warehouse, online);
        }

        return new FeatureStoreHandle("vertex", config, new() { ["onlineStore"] = online?.GetOutput<string>("name").Value, ["location"] = gcp.Region, ["dataset"] = warehouse.Dataset });
    }

    private static AiFeatureOnlineStore AddOnline(VertexFeaturesConfig config, ComponentContext context, Input<string>? key)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        return context.Scope.Add(new AiFeatureOnlineStore(context.Name, context.HoldsData with { DependsOn = [gcp.Api("aiplatform")] })
        {
            Name = context.Named(GcpNames.VertexFeature),
            Region = gcp.Region,
            Labels = GcpResourceLabels.Of(context),
            ForceDestroy = !context.IsProd,
            Bigtable = new AiFeatureOnlineStoreBigtableArgs
            {
                AutoScaling = new AiFeatureOnlineStoreBigtableAutoScalingArgs { MinNodeCount = 1, MaxNodeCount = config.MaxNodes, CpuUtilizationTarget = 60 },
            },
            EncryptionSpec = key is null ? null : new AiFeatureOnlineStoreEncryptionSpecArgs { KmsKeyName = key },
        });
    }

    private static void AddView(string name, FeatureViewConfig view, VertexFeaturesConfig config, ComponentContext context, BigQueryHandle warehouse, AiFeatureOnlineStore? online)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var logical = $"{context.Name}-{name.Replace('_', '-')}";
        List<string> keys = [.. view.Entities.Where(config.Entities.ContainsKey).Select(entity => config.Entities[entity].Key)];
        var group = context.Scope.Add(new AiFeatureGroup(logical, context.HoldsData with { DependsOn = [gcp.Api("aiplatform")] })
        {
            Name = context.Named(GcpNames.VertexFeature, name),
            Region = gcp.Region,
            Description = $"{name} of {view.Owner}",
            Labels = GcpResourceLabels.Of(context),
            BigQuery = new AiFeatureGroupBigQueryArgs
            {
                BigQuerySource = new AiFeatureGroupBigQueryBigQuerySourceArgs { InputUri = Output.Format($"bq://{gcp.Project}.{warehouse.Dataset}.{view.Source.Table!}") },
                EntityIdColumns = [.. keys.Select(key => (Input<string>)key)],
            },
        });
        List<Resource> features =
        [
            .. view.Features.Select(feature => context.Scope.Add(new AiFeatureGroupFeature($"{logical}-{feature.Key.Replace('_', '-')}")
            {
                Name = feature.Key,
                FeatureGroup = group.Name,
                Region = gcp.Region,
                Description = feature.Value.Description,
                VersionColumnName = feature.Key,
            })),
        ];
        List<(string Name, GcpIdentityHandle Identity)> readers = [];
        foreach (var reader in view.Readers)
        {
            if (context.Use<Handle>(reader) is GcpIdentityHandle identity)
            {
                readers.Add((reader.Name, identity));
                context.Scope.Add(new AiFeatureGroupIamMember($"{logical}-{reader.Name}") { FeatureGroup = group.Name, Region = gcp.Region, Role = "roles/aiplatform.viewer", Member = identity.Member });
            }
            else
            {
                context.Diagnostics.Add(PlatformErrors.StorageElsewhere(reader.Span, reader.Name, context.Name, Cloud.Gcp.Title(), "another cloud"));
            }
        }

        if (!view.Online || online is null)
        {
            return;
        }

        var served = context.Scope.Add(new AiFeatureOnlineStoreFeatureview(logical, new ResourceOptions { DependsOn = features })
        {
            Name = name,
            Region = gcp.Region,
            FeatureOnlineStore = online.Name,
            Labels = GcpResourceLabels.Of(context),
            SyncConfig = new AiFeatureOnlineStoreFeatureviewSyncConfigArgs { Cron = FreshnessCron.Of(view.Freshness) },
            FeatureRegistrySource = new AiFeatureOnlineStoreFeatureviewFeatureRegistrySourceArgs
            {
                FeatureGroups = [new AiFeatureOnlineStoreFeatureviewFeatureRegistrySourceFeatureGroupArgs { FeatureGroupId = group.Name, FeatureIds = [.. view.Features.Keys.Select(id => (Input<string>)id)] }],
            },
        });

        // The role on the group lets them see what the features are; values are asked of the view (aiplatform.featureViews.fetchFeatureValues).
        foreach (var (reader, identity) in readers)
        {
            context.Scope.Add(new AiFeatureOnlineStoreFeatureviewIamMember($"{logical}-{reader}-values")
            {
                FeatureOnlineStore = online.Name,
                FeatureView = served.Name,
                Region = gcp.Region,
                Role = "roles/aiplatform.viewer",
                Member = identity.Member,
            });
        }
    }
}
