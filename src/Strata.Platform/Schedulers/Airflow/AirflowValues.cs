using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Values of Airflow's own chart (airflow.apache.org, chart 1.22.0).</summary>
/// <param name="account">The service account of everything that reads or writes logs.</param>
/// <param name="keys">The secret with Airflow's own keys.</param>
/// <param name="token">The secret with the token for the repository of DAGs.</param>
internal sealed class AirflowValues(ComponentContext context, AirflowDags dags, ObjectStoreHandle store, ClusterDatabase database, string account, string keys, string token)
{
    public const string FernetSeed = "fernet-seed";

    private int Replicas => context.IsProd ? 2 : 1;

    public ValueMap All => new()
    {
        ["fullnameOverride"] = "airflow",
        ["executor"] = "KubernetesExecutor",

        // Its own database, queue and first user have passwords that everyone can read in the chart.
        ["postgresql"] = new ValueMap { ["enabled"] = false },
        ["redis"] = new ValueMap { ["enabled"] = false },
        ["createUserJob"] = new ValueMap { ["enabled"] = false },
        ["statsd"] = new ValueMap { ["enabled"] = false },
        ["data"] = new ValueMap { ["metadataSecretName"] = database.Secret },
        ["apiSecretKeySecretName"] = keys,
        ["jwtSecretName"] = keys,
        ["fernetKeySecretName"] = keys,
        ["enableBuiltInSecretEnvVars"] = new ValueMap
        {
            ["AIRFLOW__CORE__FERNET_KEY"] = false,
            ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"] = false,
            ["AIRFLOW_CONN_AIRFLOW_DB"] = false,
        },
        ["secret"] = Value.List([Secret("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", database.Secret, "uri"), Secret("FERNET_SEED", keys, FernetSeed), .. StoreSecrets]),
        ["env"] = Value.List(
        [
            // A Fernet key is 32 bytes in base 64: 43 characters that the seed has, and an equals sign.
            Variable("AIRFLOW__CORE__FERNET_KEY_CMD", "bash -c 'printf %s= \"$FERNET_SEED\"'"),
            .. store.Environment.Select(e => (Value)new ValueMap { ["name"] = e.Key, ["value"] = e.Value }),
        ]),
        ["config"] = new ValueMap
        {
            ["core"] = new ValueMap
            {
                // Who comes this far has signed in at the proxy, or may forward ports in the cluster.
                ["auth_manager"] = "airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager",
                ["simple_auth_manager_all_admins"] = "True",
                ["dags_are_paused_at_creation"] = "False",
            },
            ["logging"] = new ValueMap
            {
                ["remote_logging"] = "True",
                ["remote_base_log_folder"] = Output.Format($"{store.Url}/airflow/logs").Value,
                ["remote_log_conn_id"] = store is GcpObjectStoreHandle ? "google_cloud_default" : "aws_default",
            },
        },
        ["dags"] = new ValueMap
        {
            ["gitSync"] = new ValueMap
            {
                ["enabled"] = true,
                ["repo"] = dags.Repository,
                ["branch"] = dags.Branch,
                ["ref"] = dags.Branch,
                ["subPath"] = dags.Path,
                ["env"] = dags.Token is null ? Value.List() : Value.List(Variable("GITSYNC_USERNAME", "git"), FromSecret("GITSYNC_PASSWORD")),
            },
        },
        ["scheduler"] = Part(Replicas),
        ["apiServer"] = Part(Replicas),
        ["dagProcessor"] = Part(1),
        ["triggerer"] = Part(1),
        ["workers"] = new ValueMap { ["serviceAccount"] = Account },
    };

    private ValueMap Account => new() { ["create"] = false, ["name"] = account };

    private ValueMap Part(int replicas) => new()
    {
        ["replicas"] = replicas,
        ["serviceAccount"] = Account,
        ["resources"] = new ValueMap { ["requests"] = new ValueMap { ["cpu"] = "250m", ["memory"] = "1Gi" }, ["limits"] = new ValueMap { ["memory"] = "2Gi" } },
    };

    private IEnumerable<Value> StoreSecrets => store is KubernetesObjectStoreHandle
        ? [Secret(MinioUser.AccessKey, MinioUser.SecretOf(context.Name), MinioUser.AccessKey), Secret(MinioUser.SecretKey, MinioUser.SecretOf(context.Name), MinioUser.SecretKey)]
        : [];

    private static Value Secret(string variable, string secret, string key) => new ValueMap { ["envName"] = variable, ["secretName"] = secret, ["secretKey"] = key };

    private static Value Variable(string name, string value) => new ValueMap { ["name"] = name, ["value"] = value };

    private Value FromSecret(string name) => new ValueMap { ["name"] = name, ["valueFrom"] = new ValueMap { ["secretKeyRef"] = new ValueMap { ["name"] = token, ["key"] = name } } };
}
