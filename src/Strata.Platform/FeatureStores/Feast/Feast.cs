using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.FeatureStores;

/// <summary>Feast on a cluster, with offline and online stores of the cluster's cloud.</summary>
internal static class Feast
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<FeastConfig>("featureStores", "feast", "strata:featureStore:Feast", new EngineFacts(
            "Feast",
            Maturity.Stable,
            "Apache-2.0",
            "The feature server and the job that brings features online; on a cluster of one's own the online store too.",
            new("feast-dev/feast: tag v0.66.0", "2026-08-21")))
        .SelfHosted<FeastConfig>(Cloud.Aws, Expand)
        .SelfHosted<FeastConfig>(Cloud.Gcp, Expand)
        .SelfHosted<FeastConfig>(Cloud.Kubernetes, Expand)
        .RefuseManaged(Cloud.Aws, "AWS sells no Feast.", "Use engine: sagemaker for a store that AWS runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Gcp, "Google Cloud sells no Feast.", "Use engine: vertex for a store that Google Cloud runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false', or remove it.");

    private static FeatureStoreHandle Expand(FeastConfig config, ComponentContext context)
    {
        FeatureRules.Check(config, context);
        var cluster = context.ClusterOf(config);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var (offlineName, offline) = OfflineOf(config, context);
        var settings = FeastOfflineStore.Of(config, context, offline);
        CheckSources(config, context, offline);
        var registry = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Registry, nameof(config.Registry));
        var online = FeastOnlineStore.Add(config, context, cluster, space);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights
        {
            Storage = [new StorageGrant(offline, AccessLevel.Read, offlineName), .. offline == registry ? Array.Empty<StorageGrant>() : [new StorageGrant(registry, AccessLevel.Write, config.Registry?.Name ?? "registry")]],
            Statements = online.Statements,
            Roles = online.Roles,
        });
        var project = FeastProject.NameOf(context);
        var repository = FeastProject.Settings(context, project, registry, online.Settings, settings);
        FeastServer.Add(config, context, space, identity, Output.Json(repository), online.Environment, online.Ready);
        return new FeatureStoreHandle("feast", config, new()
        {
            ["project"] = project,
            ["server"] = $"http://{context.Name}.{space.Name}.svc",
            ["registry"] = FeastProject.RegistryPath(context, registry),
            ["namespace"] = space.Name,
            ["serviceAccount"] = identity.Account,
        })
        {
            Settings = repository,
        };
    }

    /// <summary>A warehouse has tables and a lake has files; Feast reads one of the two in a project.</summary>
    private static void CheckSources(FeastConfig config, ComponentContext context, StorageHandle offline)
    {
        foreach (var (name, view) in config.Views.Where(view => (view.Value.Source.Table is null) != (view.Value.Source.Path is null)))
        {
            var at = view.SpanOf(nameof(view.Source));
            if (offline is ObjectStoreHandle && view.Source.Table is not null)
            {
                context.Diagnostics.Add(FeatureStoreErrors.SourceNotPossible(at, name, "Feast", "The store's features lie in a lake, which has files and no tables.", "Name the folder with 'path:', or a warehouse with 'offline:'."));
            }
            else if (offline is WarehouseHandle && view.Source.Path is not null)
            {
                context.Diagnostics.Add(FeatureStoreErrors.SourceNotPossible(at, name, "Feast", "The store's features lie in a warehouse, and files beside it are not read.", "Name a table over the files with 'table:', or the lake with 'offline:'."));
            }
        }
    }

    private static (string Name, StorageHandle Store) OfflineOf(FeastConfig config, ComponentContext context)
    {
        if (config.Offline is { } named)
        {
            return (named.Name, context.StorageFor<StorageConfig, StorageHandle>(config, named, nameof(config.Offline)));
        }

        var only = context.StorageFor<Warehouse, WarehouseHandle>(config, null, nameof(config.Offline));
        return (context.Stack.Components.OfType<Warehouse>().First(one => context.Stack.CloudOf(one) == context.Cloud).Name, only);
    }
}
