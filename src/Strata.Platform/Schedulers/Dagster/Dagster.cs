using Strata.Graph;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using System.ComponentModel;

namespace Strata.Platform.Schedulers;

/// <summary>Dagster on a cluster.</summary>
public sealed record DagsterConfig : SchedulerConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("Where steps keep what they hand on. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Artifacts { get; init; }

    [Description("The storage that runs may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    [Description("The images with definitions, by the name of their code location: each with its tag.")]
    public IReadOnlyDictionary<string, string> Code { get; init; } = new Dictionary<string, string>();

    [Description("The host name of its pages. Reached with 'kubectl port-forward' when left out.")]
    public string? Host { get; init; }

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Postgres];
}

/// <summary>Dagster in a namespace of its own, every run a job. It knows no users: the sign-in proxy is the only way in from outside.</summary>
internal static class Dagster
{
    private const string Password = "dagster-postgresql";
    private const string NotSold = "No cloud sells Dagster.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<DagsterConfig>("schedulers", "dagster", "strata:scheduler:Dagster", new EngineFacts(
            "Dagster",
            Maturity.Stable,
            "Apache-2.0",
            "The web server, the daemon and their upgrades, and a Postgres database with its backups.",
            new("dagster-io/dagster: helm/dagster, chart 1.13.7", "2026-06-01")))
        .SelfHosted<DagsterConfig>(Cloud.Aws, Expand)
        .SelfHosted<DagsterConfig>(Cloud.Gcp, Expand)
        .SelfHosted<DagsterConfig>(Cloud.Kubernetes, Expand)
        .RefuseManaged(Cloud.Aws, NotSold, "Use engine: airflow for a scheduler that AWS runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Gcp, NotSold, "Use engine: airflow for a scheduler that Google Cloud runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false', or remove it.");

    private static DagsterHandle Expand(DagsterConfig config, ComponentContext context)
    {
        foreach (var (name, image) in config.Code.Where(code => TagAt(code.Value) < 0))
        {
            context.Diagnostics.Add(OrchestratorErrors.ImageWithoutTag(config.SpanOf(nameof(config.Code)), config.Name, name, image));
        }

        var cluster = context.ClusterOf(config);
        var kept = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        var store = (ObjectStoreHandle)kept.Storage;
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name, letTeamIn: false);
        var database = ClusterDatabase.Add(context, cluster, space, "dagster-db");
        var password = DerivedSecret.Add(context, cluster, space, database.Secret, Password, new() { ["postgresql-password"] = "{{ .password }}" }, database.Ready);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access, kept) });
        TeamRights.Add(
            context, cluster, space, identity, "jobs",
            [
                new PolicyRuleArgs { ApiGroups = ["batch"], Resources = ["jobs"], Verbs = ["create", "get", "list", "delete"] },
                new PolicyRuleArgs { ApiGroups = [""], Resources = ["pods"], Verbs = ["get", "list"] },
                new PolicyRuleArgs { ApiGroups = [""], Resources = ["pods/log"], Verbs = ["get"] },
            ]);
        var server = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("dagster"), context.Name, "dagster", space.Name, Values(config, context, store, database, identity),
            new ResourceOptions { DependsOn = [password, .. identity.Ready] });
        if (config.Host is { } host)
        {
            WebEntry.AddBehindSignIn(context, cluster, space, host, config.SpanOf(nameof(config.Host)), "dagster-webserver", 80, [server]);
        }

        return new DagsterHandle(space.Name, identity.Account, store.Url, config.Host);
    }

    /// <summary>In the chart's terms (dagster-io/dagster: helm/dagster/schema/schema/charts, whose classes allow no other keys; read 2026-11-26 without a tag, the chart is 1.13.7).</summary>
    private static ValueMap Values(DagsterConfig config, ComponentContext context, ObjectStoreHandle store, ClusterDatabase database, PodIdentity identity) => new()
    {
        ["fullnameOverride"] = "dagster",
        ["global"] = new ValueMap { ["postgresqlSecretName"] = Password, ["serviceAccountName"] = identity.Account },
        ["serviceAccount"] = new ValueMap { ["create"] = false },
        ["generatePostgresqlPasswordSecret"] = false,
        ["telemetry"] = new ValueMap { ["enabled"] = false },
        ["postgresql"] = new ValueMap
        {
            ["enabled"] = false,
            ["postgresqlHost"] = database.Host,
            ["postgresqlUsername"] = database.Name,
            ["postgresqlDatabase"] = database.Name,
            ["service"] = new ValueMap { ["port"] = ClusterDatabase.Port },
        },
        ["dagsterWebserver"] = new ValueMap { ["replicaCount"] = context.IsProd ? 2 : 1, ["service"] = new ValueMap { ["type"] = "ClusterIP", ["port"] = 80 } },
        ["dagsterDaemon"] = new ValueMap
        {
            ["runCoordinator"] = new ValueMap
            {
                ["enabled"] = true,
                ["type"] = "QueuedRunCoordinator",
                ["config"] = new ValueMap
                {
                    // Workflows that must not run beside themselves are tagged with their names.
                    ["queuedRunCoordinator"] = new ValueMap
                    {
                        ["tagConcurrencyLimits"] = Value.List(new ValueMap { ["key"] = "strata/once", ["value"] = new ValueMap { ["applyLimitPerUniqueValue"] = true }, ["limit"] = 1 }),
                    },
                },
            },
        },
        ["runLauncher"] = new ValueMap
        {
            ["type"] = "K8sRunLauncher",
            ["config"] = new ValueMap
            {
                ["k8sRunLauncher"] = new ValueMap { ["loadInclusterConfig"] = true, ["envVars"] = Value.List(store.Environment.Select(e => Output.Format($"{e.Key}={e.Value}").Value)), ["envSecrets"] = Secrets(context, store) },
            },
        },
        ["dagster-user-deployments"] = new ValueMap
        {
            ["enabled"] = config.Code.Count > 0,
            ["enableSubchart"] = config.Code.Count > 0,
            ["deployments"] = Value.List(config.Code.Where(code => TagAt(code.Value) > 0).Select(code => (Value)new ValueMap
            {
                ["name"] = code.Key,
                ["image"] = new ValueMap { ["repository"] = code.Value[..TagAt(code.Value)], ["tag"] = code.Value[(TagAt(code.Value) + 1)..], ["pullPolicy"] = "IfNotPresent" },
                ["dagsterApiGrpcArgs"] = Value.List("--module-name", code.Key.Replace('-', '_')),
                ["port"] = 3030,
                ["envSecrets"] = Secrets(context, store),
                ["includeConfigInLaunchedRuns"] = new ValueMap { ["enabled"] = true },
            })),
        },
    };

    /// <summary>Where the colon before the tag is; -1 without a tag.</summary>
    private static int TagAt(string image) => image.LastIndexOf(':') is var at && at > image.LastIndexOf('/') && at < image.Length - 1 ? at : -1;

    private static Value Secrets(ComponentContext context, ObjectStoreHandle store) =>
        store is KubernetesObjectStoreHandle ? Value.List(new ValueMap { ["name"] = MinioUser.SecretOf(context.Name) }) : Value.List();
}

/// <summary>Dagster on a cluster.</summary>
/// <param name="Account">The service account that runs have.</param>
internal sealed record DagsterHandle(string Namespace, string Account, Input<string> Store, string? Host) : SchedulerHandle("dagster")
{
    public override ValueMap Outputs => new() { ["namespace"] = Namespace, ["serviceAccount"] = Account, ["store"] = Store, ["url"] = Host is null ? null : (Value)$"https://{Host}" };
}
