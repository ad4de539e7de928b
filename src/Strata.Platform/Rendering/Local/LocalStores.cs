using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.ModelStores;
using Strata.Platform.Schedulers;
using Strata.Platform.Storage;
using Strata.Platform.Tracking;

namespace Strata.Platform.Rendering;

/// <summary>Where data lies on a laptop: object stores under their own names, and Postgres.</summary>
internal static class LocalStores
{
    public const string User = "strata";

    public static void Add(ComposeFile compose, RenderContext context)
    {
        var stores = context.Stack.Components.OfType<ObjectStore>().Select(store => (Store: store, Bucket: BucketOf(store, context))).ToList();
        List<string> gcs = [.. stores.Where(store => context.Stack.CloudOf(store.Store) == Cloud.Gcp).Select(store => store.Bucket)];
        List<string> s3 = [.. stores.Where(store => context.Stack.CloudOf(store.Store) != Cloud.Gcp).Select(store => store.Bucket)];
        if (s3.Count > 0)
        {
            AddMinio(compose, s3, context);
        }

        if (gcs.Count > 0)
        {
            AddGcs(compose, gcs, context);
        }

        AddPostgres(compose, context);
    }

    public static string BucketOf(ObjectStore store, RenderContext context) =>
        (context.HandleOf<ObjectStoreHandle>(store) is { } handle ? KnownText.Of(handle.Bucket.Value, context.Stack).Text : null) ?? $"{context.Stack.Name}-{store.Name}";

    private static void AddMinio(ComposeFile compose, List<string> buckets, RenderContext context)
    {
        var password = compose.Password("MINIO_ROOT_PASSWORD");
        List<string> names = [.. context.Stack.Components.OfType<ObjectStore>().Select(context.HandleOf<KubernetesObjectStoreHandle>).OfType<KubernetesObjectStoreHandle>()
            .Select(store => store.Server.Endpoint["http://".Length..].Split(':')[0]).Distinct()];
        compose.Add("minio", new()
        {
            ["image"] = ContainerImages.Get("minio").Reference,
            ["command"] = Value.List("server", "/data", "--console-address", ":9001"),
            ["environment"] = new ValueMap { ["MINIO_ROOT_USER"] = User, ["MINIO_ROOT_PASSWORD"] = password },
            ["ports"] = Value.List("127.0.0.1:9000:9000", "127.0.0.1:9001:9001"),
            ["volumes"] = Value.List(compose.Volume("minio", "/data")),

            // What is written down with the cluster's address works here too.
            ["networks"] = names.Count == 0 ? null : (Value)new ValueMap { ["default"] = new ValueMap { ["aliases"] = Value.List(names.Select(name => (Value)name)) } },
            ["healthcheck"] = ComposeFile.Check("mc", "ready", "local"),
        });
        compose.Add("buckets", new()
        {
            ["image"] = ContainerImages.Get("mc").Reference,
            ["entrypoint"] = Value.List("/bin/sh", "-ec", $"mc alias set local http://minio:9000 {User} \"$$MINIO_ROOT_PASSWORD\" && mc mb --ignore-existing {string.Join(' ', buckets.Select(bucket => $"local/{bucket}"))}"),
            ["environment"] = new ValueMap { ["MINIO_ROOT_PASSWORD"] = password },
            ["depends_on"] = compose.After(["minio"]),
        });
        compose.Environment["AWS_ENDPOINT_URL_S3"] = "http://minio:9000";
        compose.Environment["AWS_ACCESS_KEY_ID"] = User;
        compose.Environment["AWS_SECRET_ACCESS_KEY"] = password;
        compose.Environment["AWS_REGION"] = context.Stack.Providers.AwsRegion ?? "us-east-1";
        compose.Environment["AWS_DEFAULT_REGION"] = context.Stack.Providers.AwsRegion ?? "us-east-1";
    }

    /// <summary>Google's own client libraries go to another server when this variable is set.</summary>
    private static void AddGcs(ComposeFile compose, List<string> buckets, RenderContext context)
    {
        compose.Add("gcs", new()
        {
            ["image"] = ContainerImages.Get("fake-gcs-server").Reference,
            ["command"] = Value.List("-scheme", "http", "-port", "4443", "-public-host", "gcs:4443", "-filesystem-root", "/storage"),
            ["ports"] = Value.List("127.0.0.1:4443:4443"),
            ["volumes"] = Value.List(compose.Volume("gcs", "/storage")),
            ["healthcheck"] = ComposeFile.Check("wget", "-q", "-O", "/dev/null", "http://localhost:4443/_internal/healthcheck"),
        });
        var list = string.Join(", ", buckets.Select(bucket => $"'{bucket}'"));
        compose.Add("gcs-buckets", new()
        {
            ["image"] = ContainerImages.Get("python-3.13").Reference,
            ["command"] = Value.List("python3", "-c", $$"""
                import json, urllib.request
                server = "http://gcs:4443/storage/v1/b?project=local"
                there = {bucket["name"] for bucket in json.load(urllib.request.urlopen(server)).get("items") or []}
                for name in {{{list}}} - there:
                    urllib.request.urlopen(urllib.request.Request(server, json.dumps({"name": name}).encode(), {"Content-Type": "application/json"}))

                """),
            ["depends_on"] = compose.After(["gcs"]),
        });
        compose.Environment["STORAGE_EMULATOR_HOST"] = "http://gcs:4443";
        compose.Environment["GOOGLE_CLOUD_PROJECT"] = context.Stack.Providers.GcpProject ?? "local";
    }

    private static void AddPostgres(ComposeFile compose, RenderContext context)
    {
        List<string> warehouses = [];
        foreach (var warehouse in context.Stack.Components.OfType<Warehouse>())
        {
            if (context.HandleOf<WarehouseHandle>(warehouse) is { Engine: WarehouseEngine.Postgres })
            {
                warehouses.Add(warehouse.Name.Replace('-', '_'));
            }
            else
            {
                compose.Missing.Add($"the warehouse '{warehouse.Name}', which only its cloud runs");
            }
        }

        List<string> databases =
        [
            .. warehouses,
            .. UsesMlflow(context) ? ["mlflow"] : Array.Empty<string>(),
            .. context.Stack.Components.OfType<AirflowConfig>().Any() ? ["airflow"] : Array.Empty<string>(),
            .. context.Stack.Components.OfType<PrefectConfig>().Any() ? ["prefect"] : Array.Empty<string>(),
        ];
        if (databases.Count == 0)
        {
            return;
        }

        var password = compose.Password("POSTGRES_PASSWORD");
        compose.Config("databases", string.Concat(databases.Distinct().Order(StringComparer.Ordinal).Select(database => $"CREATE DATABASE \"{database}\";\n")));
        compose.Add("postgres", new()
        {
            ["image"] = ContainerImages.Get("postgres").Reference,
            ["environment"] = new ValueMap { ["POSTGRES_PASSWORD"] = password },
            ["ports"] = Value.List("127.0.0.1:5432:5432"),
            ["volumes"] = Value.List(compose.Volume("postgres", "/var/lib/postgresql")),
            ["configs"] = Value.List(new ValueMap { ["source"] = "databases", ["target"] = "/docker-entrypoint-initdb.d/databases.sql" }),

            // Only over TCP: while the databases are made the server listens on a socket alone.
            ["healthcheck"] = ComposeFile.Check("pg_isready", "--host", "127.0.0.1", "--username", "postgres"),
        });
        if (warehouses.Count > 0)
        {
            compose.Environment["PGHOST"] = "postgres";
            compose.Environment["PGUSER"] = "postgres";
            compose.Environment["PGPASSWORD"] = password;
            compose.Environment["PGDATABASE"] = warehouses.Count == 1 ? (Value)warehouses[0] : null;
        }
    }

    public static bool UsesMlflow(RenderContext context) => context.Stack.Components.OfType<MlflowConfig>().Any() || context.Stack.Config.Tracking?.Engine == TrackingEngine.Mlflow;
}
