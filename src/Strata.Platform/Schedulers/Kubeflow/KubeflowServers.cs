using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>
/// The API server, the agent that records how runs went, the controller that starts runs by time, and the pages. All in a namespace of
/// their own, while what they start and watch is in the team's (settings: manifests/kustomize/base/pipeline of 2.17.0).
/// </summary>
internal sealed record KubeflowServers(ComponentContext Context, ClusterHandle Cluster, NamespaceHandle Space, NamespaceHandle Team, StorageGrant Kept)
{
    public const string Api = "ml-pipeline";
    public const int HttpPort = 8888;
    public const int GrpcPort = 8887;
    public const string Pages = "ml-pipeline-ui";

    private const string Health = "/apis/v1beta1/healthz";
    private const string PagesSecret = "kubeflow-pages";

    private readonly int _replicas = Context.IsProd ? 2 : 1;

    private ObjectStoreHandle Store => (ObjectStoreHandle)Kept.Storage;

    private PodRights ReadsStore => new() { Storage = [Kept with { Level = Stacks.AccessLevel.Read }] };

    /// <param name="runner">The service account that pipelines run as when nobody says another.</param>
    public Resource AddApi(string runner, IReadOnlyList<Resource> after)
    {
        var identity = PodIdentity.Add(Context, Cluster, Space, Api, Store is GcpObjectStoreHandle ? new PodRights() : ReadsStore);
        KubeflowRights.OfApi(Context, Cluster, Space, identity);
        return new KubeflowServer
        {
            Name = Api,
            Image = "kfp-api-server",
            Replicas = _replicas,
            Account = identity.Account,
            Ports = [("http", HttpPort, HttpPort), ("grpc", GrpcPort, GrpcPort)],
            Environment =
            [
                // Where runs are; what they call is there by services of the same names.
                KubernetesJob.Variable("POD_NAMESPACE", Team.Name),
                KubernetesJob.Variable("DEFAULTPIPELINERUNNERSERVICEACCOUNT", runner),
                KubernetesJob.Variable("DBDRIVERNAME", "mysql"),
                KubernetesJob.Variable("DBCONFIG_MYSQLCONFIG_HOST", KubeflowDatabase.Host),
                KubernetesJob.Variable("DBCONFIG_MYSQLCONFIG_PORT", "3306"),
                KubernetesJob.Variable("DBCONFIG_MYSQLCONFIG_DBNAME", KubeflowDatabase.Runs),
                KubernetesJob.Variable("DBCONFIG_MYSQLCONFIG_USER", KubeflowDatabase.User),
                KubernetesJob.FromSecret("DBCONFIG_MYSQLCONFIG_PASSWORD", KubeflowDatabase.Host, "password"),
                .. KubeflowStore.OfApi(Context, Store, Api),
                KubernetesJob.Variable("V2_DRIVER_IMAGE", ContainerImages.Get("kfp-driver").Reference),
                KubernetesJob.Variable("V2_LAUNCHER_IMAGE", ContainerImages.Get("kfp-launcher").Reference),

                // What steps say goes to the store, where it outlives their pods.
                KubernetesJob.Variable("PUBLISH_LOGS", "true"),
                KubernetesJob.Variable("AUTO_UPDATE_PIPELINE_DEFAULT_VERSION", "true"),
                KubernetesJob.Variable("BLOCK_V1_PIPELINES", "true"),
            ],
            Ready = KubeflowServer.Http(Health, "http"),
            Lives = KubeflowServer.Http(Health, "http"),

            // Time for the first tables, and for those of a new version.
            Starts = new() { HttpGet = new() { Path = Health, Port = "http" }, FailureThreshold = 30, PeriodSeconds = 10 },
            Needs = ("250m", "512Mi", "2Gi"),
        }.Add(Context, Space, [.. identity.Ready, .. after]);
    }

    public void AddAgent(Resource api)
    {
        var identity = Plain("ml-pipeline-persistenceagent");
        KubeflowRights.OfAgent(Context, Cluster, Space, identity);
        new KubeflowServer
        {
            Name = identity.Account,
            Image = "kfp-persistence-agent",
            Account = identity.Account,
            Token = "persistenceagent-sa-token",
            Environment = [KubernetesJob.Variable("NAMESPACE", Team.Name), KubernetesJob.Variable("TTL_SECONDS_AFTER_WORKFLOW_FINISH", "86400")],
            Needs = ("100m", "256Mi", "1Gi"),
        }.Add(Context, Space, [.. identity.Ready, api]);
    }

    /// <param name="zone">The time zone of all schedules.</param>
    public void AddSchedules(string zone, Resource api)
    {
        var identity = Plain("ml-pipeline-scheduledworkflow");
        KubeflowRights.OfSchedules(Context, Cluster, Space, identity);
        new KubeflowServer
        {
            Name = identity.Account,
            Image = "kfp-scheduled-workflow-controller",
            Account = identity.Account,
            Token = "scheduledworkflow-sa-token",
            Environment = [KubernetesJob.Variable("NAMESPACE", Team.Name), KubernetesJob.Variable("CRON_SCHEDULE_TIMEZONE", zone)],
        }.Add(Context, Space, [.. identity.Ready, api]);
    }

    public Resource AddPages(Resource api)
    {
        var identity = PodIdentity.Add(Context, Cluster, Space, Pages, Store is KubernetesObjectStoreHandle ? new PodRights() : ReadsStore);
        KubeflowRights.OfPages(Context, Cluster, Space, identity, Store);
        var secret = new GeneratedSecret { Name = PagesSecret, LivesIn = Space, RunsIn = Space, Keys = new Dictionary<string, int> { ["signing-secret"] = 32 } }.Add(Context.Stack, [], []);
        return new KubeflowServer
        {
            Name = Pages,
            Image = "kfp-frontend",
            Replicas = _replicas,
            Account = identity.Account,
            Ports = [("http", 80, 3000)],
            Environment =
            [
                KubernetesJob.Variable("ML_PIPELINE_SERVICE_HOST", Api),
                KubernetesJob.Variable("ML_PIPELINE_SERVICE_PORT", FormattableString.Invariant($"{HttpPort}")),
                KubernetesJob.Variable("METADATA_ENVOY_SERVICE_SERVICE_HOST", KubeflowMetadata.Proxy),
                KubernetesJob.Variable("METADATA_ENVOY_SERVICE_SERVICE_PORT", FormattableString.Invariant($"{KubeflowMetadata.ProxyPort}")),
                KubernetesJob.Variable("FRONTEND_SERVER_NAMESPACE", Team.Name),
                KubernetesJob.Variable("ALLOW_CUSTOM_VISUALIZATIONS", "false"),

                // Its default is a word that everybody knows.
                KubernetesJob.FromSecret("TENSORBOARD_PROXY_SIGNING_SECRET", PagesSecret, "signing-secret"),
                .. KubeflowStore.OfPages(Context, Store),
            ],
            Ready = KubeflowServer.Http(Health, "http"),
            Lives = KubeflowServer.Tcp("http"),
        }.Add(Context, Space, [.. identity.Ready, secret, api]);
    }

    private PodIdentity Plain(string account) => PodIdentity.Add(Context, Cluster, Space, account, new PodRights());
}
