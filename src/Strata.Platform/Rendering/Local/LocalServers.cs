using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Schedulers;
using Strata.Platform.Storage;

namespace Strata.Platform.Rendering;

/// <summary>MLflow and the stack's schedulers, in the versions of the charts that the stack installs.</summary>
internal static class LocalServers
{
    public static void Add(ComposeFile compose, RenderContext context)
    {
        if (LocalStores.UsesMlflow(context))
        {
            AddMlflow(compose, context);
        }

        foreach (var scheduler in context.Stack.Components.OfType<SchedulerConfig>())
        {
            switch (scheduler)
            {
                case AirflowConfig:
                    AddAirflow(compose);
                    break;
                case PrefectConfig:
                    AddPrefect(compose);
                    break;
                default:
                    compose.Missing.Add($"the scheduler '{scheduler.Name}', which is a part of its cluster or cloud: run.py runs its workflows");
                    break;
            }
        }
    }

    private static void AddMlflow(ComposeFile compose, RenderContext context)
    {
        var store = context.Stack.Components.OfType<ObjectStore>().FirstOrDefault();
        var artifacts = store is null ? "/tmp/mlflow" : $"{(context.Stack.CloudOf(store) == Cloud.Gcp ? "gs" : "s3")}://{LocalStores.BucketOf(store, context)}/mlflow";
        var environment = new ValueMap { ["MLFLOW_S3_ENDPOINT_URL"] = compose.Environment["AWS_ENDPOINT_URL_S3"] };
        foreach (var (name, value) in (IEnumerable<Property>)compose.Environment)
        {
            environment[name] = value;
        }

        compose.Add("mlflow", new()
        {
            // The image of the chart (community-charts/helm-charts: charts/mlflow/values.yaml).
            ["image"] = $"docker.io/burakince/mlflow:{HelmCharts.Get("mlflow").AppVersion}",
            ["command"] = Value.List(
                "mlflow", "server", "--host", "0.0.0.0", "--port", "5000", "--allowed-hosts", "mlflow:5000,localhost:5000,127.0.0.1:5000",
                "--backend-store-uri", $"postgresql://postgres:{compose.Password("POSTGRES_PASSWORD")}@postgres:5432/mlflow", "--artifacts-destination", artifacts),
            ["environment"] = environment,
            ["ports"] = Value.List("127.0.0.1:5000:5000"),
            ["healthcheck"] = ComposeFile.Check("python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:5000/health')"),
            ["depends_on"] = compose.After(store is null ? ["postgres"] : context.Stack.CloudOf(store) == Cloud.Gcp ? ["postgres", "gcs-buckets"] : ["postgres", "buckets"]),
        });
        foreach (var (name, value) in (IEnumerable<Property>)context.Expanded.Tracking.Environment)
        {
            if (KnownText.Of(value, context.Stack).Text is { } text)
            {
                compose.Environment[name] = text;
            }
        }

        compose.Environment["MLFLOW_TRACKING_URI"] = "http://mlflow:5000";
    }

    /// <summary>Reads the rendered DAGs, so that what is wrong with one shows. Their steps are pods: run.py runs them here.</summary>
    private static void AddAirflow(ComposeFile compose) => compose.Add("airflow", new()
    {
        ["image"] = $"docker.io/apache/airflow:{HelmCharts.Get("airflow").AppVersion}",
        ["command"] = Value.List("standalone"),
        ["profiles"] = Value.List("scheduler"),
        ["environment"] = new ValueMap
        {
            ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"] = $"postgresql+psycopg2://postgres:{compose.Password("POSTGRES_PASSWORD")}@postgres:5432/airflow",
            ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "false",
            ["AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION"] = "true",

            // The port is open to this machine alone.
            ["AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS"] = "true",
        },
        ["ports"] = Value.List("127.0.0.1:8080:8080"),
        ["volumes"] = Value.List("../dags:/opt/airflow/dags:ro"),
        ["healthcheck"] = ComposeFile.Check("curl", "--fail", "--silent", "http://localhost:8080/api/v2/monitor/health"),
        ["depends_on"] = compose.After(["postgres"]),
    }, isWaitedFor: false);

    private static void AddPrefect(ComposeFile compose) => compose.Add("prefect", new()
    {
        ["image"] = $"docker.io/prefecthq/prefect:{HelmCharts.Get("prefect-server").AppVersion}-python3.12",
        ["command"] = Value.List("prefect", "server", "start", "--host", "0.0.0.0"),
        ["profiles"] = Value.List("scheduler"),
        ["environment"] = new ValueMap { ["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = $"postgresql+asyncpg://postgres:{compose.Password("POSTGRES_PASSWORD")}@postgres:5432/prefect" },
        ["ports"] = Value.List("127.0.0.1:4200:4200"),
        ["healthcheck"] = ComposeFile.Check("python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:4200/api/health')"),
        ["depends_on"] = compose.After(["postgres"]),
    }, isWaitedFor: false);
}
