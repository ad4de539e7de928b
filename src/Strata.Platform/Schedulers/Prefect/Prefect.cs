using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The server in a namespace of its own that the team's pods may reach; workers, and the runs they start, in the team's.</summary>
internal static class Prefect
{
    private const string Connection = "prefect-connection";
    private const string NotSold = "No cloud sells Prefect; its makers' own service is not one of theirs.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<PrefectConfig>("schedulers", "prefect", "strata:scheduler:Prefect", new EngineFacts(
            "Prefect",
            Maturity.Stable,
            "Apache-2.0",
            "The server, the workers and their upgrades, and a Postgres database with its backups.",
            new("PrefectHQ/prefect-helm: gh-pages index.yaml (Prefect 3.8.3)", "2026-08-18")))
        .SelfHosted<PrefectConfig>(Cloud.Aws, Expand)
        .SelfHosted<PrefectConfig>(Cloud.Gcp, Expand)
        .SelfHosted<PrefectConfig>(Cloud.Kubernetes, Expand)
        .RefuseManaged(Cloud.Aws, NotSold, "Use engine: airflow for a scheduler that AWS runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Gcp, NotSold, "Use engine: airflow for a scheduler that Google Cloud runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false', or remove it.");

    private static PrefectHandle Expand(PrefectConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        var kept = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        var store = (ObjectStoreHandle)kept.Storage;
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name);
        var team = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var database = ClusterDatabase.Add(context, cluster, space, "prefect-db");
        var connection = DerivedSecret.Add(
            context, cluster, space, database.Secret, Connection,
            new() { ["connection-string"] = FormattableString.Invariant($"postgresql+asyncpg://{{{{ .username }}}}:{{{{ .password }}}}@{database.Host}:{ClusterDatabase.Port}/{database.Name}") }, database.Ready);
        var server = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("prefect-server"), context.Name, "prefect", space.Name, Server(config, context), new ResourceOptions { DependsOn = [connection] });
        var identity = PodIdentity.Add(context, cluster, team, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access, kept) });
        var url = $"http://prefect.{space.Name}.svc:4200/api";
        var pools = PoolsOf(config, context, cluster);
        foreach (var pool in pools)
        {
            HelmInstall.Add(
                context.Scope, context.Stack, cluster, HelmCharts.Get("prefect-worker"), $"{context.Name}-{pool.Config.Name}", $"{context.Name}-{pool.Config.Name}", team.Name,
                PrefectWorker.Values(context, pool, team, identity, url, store), new ResourceOptions { DependsOn = [server, .. identity.Ready] });
        }

        if (config.Host is { } host)
        {
            WebEntry.AddBehindSignIn(context, cluster, space, host, config.SpanOf(nameof(config.Host)), "prefect", 4200, [server]);
        }

        return new PrefectHandle(url, team.Name, identity.Account, store.Url, [.. pools.Select(pool => pool.Config.Name)]);
    }

    private static IReadOnlyList<PoolHandle> PoolsOf(PrefectConfig config, ComponentContext context, ClusterHandle cluster) => config.Pools.Count > 0
        ? [.. config.Pools.Select(pool => context.Use<PoolHandle>(pool))]
        : [.. context.Stack.Components.OfType<Pool>().Where(pool => context.Stack.CloudOf(pool) == context.Cloud).OrderBy(pool => pool.Name, StringComparer.Ordinal)
            .Select(context.Expansion.HandleOf<PoolHandle>).Where(pool => pool.Cluster.Config.Name == cluster.Config.Name)];

    /// <summary>In the chart's terms (PrefectHQ/prefect-helm: charts/prefect-server/values.yaml of 2026-08-18).</summary>
    private static ValueMap Server(PrefectConfig config, ComponentContext context) => new()
    {
        ["fullnameOverride"] = "prefect",
        ["server"] = new ValueMap
        {
            ["replicaCount"] = 1,
            ["uiConfig"] = new ValueMap { ["prefectUiApiUrl"] = config.Host is null ? "http://localhost:4200/api" : $"https://{config.Host}/api" },
            ["resources"] = new ValueMap
            {
                ["requests"] = new ValueMap { ["cpu"] = context.IsProd ? "500m" : "100m", ["memory"] = "512Mi" },
                ["limits"] = new ValueMap { ["memory"] = "1Gi" },
            },
        },
        ["postgresql"] = new ValueMap { ["enabled"] = false },
        ["secret"] = new ValueMap { ["create"] = false, ["name"] = Connection },
    };
}

/// <summary>Prefect on a cluster.</summary>
/// <param name="Url">The server's API, from inside the cluster.</param>
/// <param name="WorkPools">One for each pool, of the same name.</param>
internal sealed record PrefectHandle(string Url, string Namespace, string Account, Input<string> Store, IReadOnlyList<string> WorkPools) : SchedulerHandle("prefect")
{
    public override ValueMap Outputs => new()
    {
        ["apiUrl"] = Url,
        ["namespace"] = Namespace,
        ["serviceAccount"] = Account,
        ["store"] = Store,
        ["workPools"] = Value.List(WorkPools.Select(pool => (Value)pool)),
    };
}
