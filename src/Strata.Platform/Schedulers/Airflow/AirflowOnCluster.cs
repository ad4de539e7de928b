using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>
/// Airflow in a namespace of its own, every task a pod. It asks nobody to sign in itself: nothing reaches it but the sign-in proxy and
/// whoever may forward ports there.
/// </summary>
internal static class AirflowOnCluster
{
    private const string Keys = "airflow-keys";
    private const string Token = "airflow-git";

    public static AirflowHandle Expand(AirflowConfig config, ComponentContext context)
    {
        var dags = AirflowRules.CheckSelfHosted(config, context);
        var cluster = context.ClusterOf(config);
        var kept = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        var store = (ObjectStoreHandle)kept.Storage;
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name, letTeamIn: false);
        var database = ClusterDatabase.Add(context, cluster, space, "airflow-db");
        var keys = new GeneratedSecret
        {
            Name = Keys,
            LivesIn = space,
            RunsIn = space,
            Keys = new Dictionary<string, int> { [AirflowValues.FernetSeed] = 43, ["api-secret-key"] = 32, ["jwt-secret"] = 64 },
        }.Add(context.Stack, [], []);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access, kept) });
        var token = dags.Token is null ? [] : ConfiguredSecret.Add(context, cluster, space, Token, "GITSYNC_PASSWORD", Output.ConfigSecret(dags.Token.Name));
        TeamRights.Add(context, cluster, space, identity, "pods", TeamRights.Pods);
        var server = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("airflow"), context.Name, "airflow", space.Name,
            new AirflowValues(context, dags, store, database, identity.Account, Keys, Token).All,
            new ResourceOptions { DependsOn = [.. database.Ready, keys, .. identity.Ready, .. token] });
        if (config.Host is { } host)
        {
            WebEntry.AddBehindSignIn(context, cluster, space, host, config.SpanOf(nameof(config.Host)), "airflow-api-server", 8080, [server]);
        }

        return new AirflowHandle(HelmCharts.Get("airflow").AppVersion, config.Host is null ? null : (Input<string>)$"https://{config.Host}", dags.Repository, store.Url, identity.Account);
    }
}
