using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Backups of a Postgres database to an object store of the stack: every change as it happens, and everything once a day.</summary>
internal static class PostgresBackups
{
    private const string Plugin = "barman-cloud.cloudnative-pg.io";

    /// <summary>Where the backups go; null, with a warning in prod, when the stack does not say.</summary>
    public static KubernetesObjectStoreHandle? StoreFor(Warehouse config, ComponentContext context)
    {
        if (config.Lake is { } lake)
        {
            return context.Use<StorageHandle>(lake) as KubernetesObjectStoreHandle;
        }

        var stores = context.Stack.Components.OfType<ObjectStore>().Where(store => context.Stack.CloudOf(store) == Cloud.Kubernetes).ToList();
        if (stores is [var only])
        {
            return context.Expansion.HandleOf<KubernetesObjectStoreHandle>(only);
        }

        if (context.IsProd)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.NoBackups(config.KeySpan, config.Name, [.. stores.Select(store => store.Name)]));
        }

        return null;
    }

    /// <summary>Adds the place of the backups and who may write there. Gives the cluster's <c>plugins</c>.</summary>
    public static (Value Plugins, Resource Place) AddPlace(ComponentContext context, ClusterHandle cluster, KubernetesObjectStoreHandle store, NamespaceHandle space)
    {
        var user = $"{context.Name}-backup";
        var key = MinioUser.Add(context.Scope, context.Stack, store.Server, space, user, store.Statements(AccessLevel.Write), [store.Ready]);
        var place = OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-backups", "barmancloud.cnpg.io/v1:ObjectStore", context.Name, space.Name, context.Name, new()
        {
            ["retentionPolicy"] = context.IsProd ? "14d" : "3d",
            ["configuration"] = new ValueMap
            {
                ["destinationPath"] = $"s3://{store.Name}/postgres",
                ["endpointURL"] = store.Server.Endpoint,
                ["s3Credentials"] = new ValueMap
                {
                    ["accessKeyId"] = new ValueMap { ["name"] = MinioUser.SecretOf(user), ["key"] = MinioUser.AccessKey },
                    ["secretAccessKey"] = new ValueMap { ["name"] = MinioUser.SecretOf(user), ["key"] = MinioUser.SecretKey },
                },
                ["wal"] = new ValueMap { ["compression"] = "gzip" },
                ["data"] = new ValueMap { ["compression"] = "gzip" },
            },
        }, new ResourceOptions { DependsOn = [key, .. cluster.Operators?.After(ClusterOperator.Postgres) ?? []] });
        var plugins = Value.List(new ValueMap
        {
            ["name"] = Plugin,
            ["isWALArchiver"] = true,
            ["parameters"] = new ValueMap { ["barmanObjectName"] = context.Name },
        });
        return (plugins, place);
    }

    public static void AddSchedule(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, Resource database) =>
        OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-daily", "postgresql.cnpg.io/v1:ScheduledBackup", $"{context.Name}-daily", space.Name, context.Name, new()
        {
            // Six fields: seconds come first.
            ["schedule"] = "0 0 2 * * *",
            ["cluster"] = new ValueMap { ["name"] = context.Name },
            ["method"] = "plugin",
            ["pluginConfiguration"] = new ValueMap { ["name"] = Plugin },
            ["backupOwnerReference"] = "none",
        }, new ResourceOptions { DependsOn = [database] });
}
