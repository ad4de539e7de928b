using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.ModelStores;

/// <summary>
/// MLflow in a namespace of its own that the team's pods may reach. It always asks for user and password, and hands artifacts
/// through, so that clients need no key to the store.
/// </summary>
internal static class MlflowOnCluster
{
    private const string Admin = "mlflow-admin";

    public static MlflowHandle Expand(MlflowConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Artifacts, nameof(config.Artifacts));
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name);
        var database = ClusterDatabase.Add(context, cluster, space, "mlflow-db");
        var admin = new GeneratedSecret
        {
            Name = Admin,
            LivesIn = space,
            RunsIn = space,
            Keys = new Dictionary<string, int> { ["password"] = 32, ["MLFLOW_FLASK_SERVER_SECRET_KEY"] = 48 },
            Known = new() { ["username"] = "admin" },
        }.Add(context.Stack, [], []);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { Storage = [new StorageGrant(store, AccessLevel.Write, config.Artifacts?.Name ?? "artifacts")] });
        var server = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("mlflow"), context.Name, "mlflow", space.Name, Values(config, context, cluster, space, store, database, identity),
            new ResourceOptions { DependsOn = [.. database.Ready, admin, .. identity.Ready, .. cluster.Operators?.After(ClusterOperator.Monitoring) ?? []] });
        if (config.Host is { } host)
        {
            WebEntry.Add(context, cluster, space, host, "mlflow", 80, [server]);
        }

        return new MlflowHandle(config, store.Url, $"http://mlflow.{space.Name}.svc", config.Host is null ? null : $"https://{config.Host}", $"{space.Name}/{Admin}");
    }

    /// <summary>In the chart's terms (community-charts mlflow 1.11.5).</summary>
    private static ValueMap Values(
        MlflowConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, ObjectStoreHandle store, ClusterDatabase database, PodIdentity identity) => new()
    {
        ["fullnameOverride"] = "mlflow",
        ["replicaCount"] = context.IsProd ? 2 : 1,

        // The chart's own databases have passwords that everyone can read in it, and only one way to sign in is allowed.
        ["postgresql"] = Off,
        ["mysql"] = Off,
        ["ldapAuth"] = Off,
        ["backendStore"] = new ValueMap
        {
            ["mysql"] = Off,
            ["databaseMigration"] = true,
            ["databaseConnectionCheck"] = true,
            ["postgres"] = new ValueMap { ["enabled"] = true, ["host"] = database.Host, ["port"] = ClusterDatabase.Port, ["database"] = database.Name, ["driver"] = "psycopg2" },
            ["existingDatabaseSecret"] = new ValueMap { ["name"] = database.Secret },
        },
        ["artifactRoot"] = Artifacts(context, store),
        ["auth"] = new ValueMap
        {
            ["enabled"] = true,
            ["existingAdminSecret"] = new ValueMap { ["name"] = Admin },
            ["defaultPermission"] = config.DefaultPermission switch
            {
                MlflowPermission.Edit => "EDIT",
                MlflowPermission.Manage => "MANAGE",
                MlflowPermission.NoPermissions => "NO_PERMISSIONS",
                _ => "READ",
            },

            // Users are in the same database as runs, so that every replica knows them.
            ["postgres"] = new ValueMap
            {
                ["enabled"] = true,
                ["host"] = database.Host,
                ["port"] = ClusterDatabase.Port,
                ["database"] = database.Name,
                ["driver"] = "psycopg2",
                ["existingSecret"] = new ValueMap { ["name"] = database.Secret },
            },
        },

        // Replicas have to sign sessions with one key.
        ["extraSecretNamesForEnvFrom"] = Value.List([Admin, .. store is KubernetesObjectStoreHandle ? [(Value)MinioUser.SecretOf(context.Name)] : Array.Empty<Value>()]),
        ["extraEnvVars"] = store is KubernetesObjectStoreHandle minio ? new ValueMap { ["MLFLOW_S3_ENDPOINT_URL"] = minio.Server.Endpoint } : [],
        ["serverAllowedHosts"] = Value.List(((string?[])["mlflow", $"mlflow.{space.Name}.svc", $"mlflow.{space.Name}.svc.cluster.local", config.Host]).OfType<string>().Select(name => (Value)name)),
        ["serviceAccount"] = new ValueMap { ["create"] = false, ["name"] = identity.Account },
        ["serviceMonitor"] = new ValueMap { ["enabled"] = SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Monitoring) },
        ["resources"] = new ValueMap
        {
            ["requests"] = new ValueMap { ["cpu"] = context.IsProd ? "500m" : "100m", ["memory"] = "1Gi" },
            ["limits"] = new ValueMap { ["memory"] = "2Gi" },
        },
    };

    private static ValueMap Off => new() { ["enabled"] = false };

    private static ValueMap Artifacts(ComponentContext context, ObjectStoreHandle store) => new()
    {
        ["proxiedArtifactStorage"] = true,
        [store is GcpObjectStoreHandle ? "gcs" : "s3"] = store is KubernetesObjectStoreHandle
            ? new ValueMap { ["enabled"] = true, ["bucket"] = store.Bucket, ["path"] = "mlflow", ["existingSecret"] = new ValueMap { ["name"] = MinioUser.SecretOf(context.Name) } }
            : new ValueMap { ["enabled"] = true, ["bucket"] = store.Bucket, ["path"] = "mlflow" },
    };
}
