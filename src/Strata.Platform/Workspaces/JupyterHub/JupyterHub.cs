using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Workspaces;

/// <summary>JupyterHub in a namespace of its own, where people's servers are too. Nobody gets in without signing in.</summary>
internal static class JupyterHub
{
    public const string Client = "sign-in-client";
    public const string ClientKey = "client-secret";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<JupyterHubConfig>("workspaces", "jupyterhub", "strata:workspace:JupyterHub", new EngineFacts(
            "JupyterHub",
            Maturity.Stable,
            "BSD-3-Clause",
            "The hub, its database and upgrades, and the images that people work in.",
            new("jupyterhub/zero-to-jupyterhub-k8s: tag 4.4.0", "2026-06-10")))
        .SelfHosted<JupyterHubConfig>(Cloud.Aws, Expand)
        .SelfHosted<JupyterHubConfig>(Cloud.Gcp, Expand)
        .SelfHosted<JupyterHubConfig>(Cloud.Kubernetes, Expand)
        .RefuseManaged(Cloud.Aws, "AWS sells no JupyterHub.", "Use engine: sagemaker-studio for notebooks that AWS runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Gcp, "Google Cloud sells no JupyterHub.", "Use engine: vertex-workbench or colab-enterprise for notebooks that Google Cloud runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false', or remove it.");

    private static WorkspaceHandle Expand(JupyterHubConfig config, ComponentContext context)
    {
        _ = IdleRules.Check(config, context, "JupyterHub");
        var (host, signIn) = NeedHost(config, context);
        var cluster = context.ClusterOf(config);
        var pools = PoolsOf(config, context, cluster);
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name, letTeamIn: false);
        var database = context.IsProd ? ClusterDatabase.Add(context, cluster, space, "hub-db") : null;
        var client = ConfiguredSecret.Add(context, cluster, space, Client, ClientKey, Output.ConfigSecret(signIn.ClientSecret.Name));
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access) });
        var values = new JupyterHubValues(config, context, host, signIn, pools, database, identity).All;
        var hub = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("jupyterhub"), context.Name, "jupyterhub", space.Name, values,
            new ResourceOptions { DependsOn = [.. database?.Ready ?? [], .. client, .. identity.Ready] });
        WebEntry.Add(context, cluster, space, host, "proxy-public", 80, [hub]);
        return new WorkspaceHandle("jupyterhub", config, new() { ["url"] = $"https://{host}", ["namespace"] = space.Name }) { ChartValues = values };
    }

    private static (string Host, SignInConfig SignIn) NeedHost(JupyterHubConfig config, ComponentContext context)
    {
        if (config.Host is { } host && context.Stack.Config.Access.SignIn is { } signIn)
        {
            return (host, signIn);
        }

        if (config.Host is null)
        {
            context.Diagnostics.Add(WorkspaceErrors.NoHost(config.KeySpan, config.Name));
        }

        if (context.Stack.Config.Access.SignIn is null)
        {
            context.Diagnostics.Add(WorkspaceErrors.NoSignIn(config.KeySpan, config.Name));
        }

        throw new ExpansionStoppedException();
    }

    private static List<PoolHandle> PoolsOf(JupyterHubConfig config, ComponentContext context, ClusterHandle cluster)
    {
        var named = config.Pools.Count > 0;
        var pools = named
            ? config.Pools.Select(pool => context.Use<PoolHandle>(pool)).ToList()
            : [.. context.Stack.Components.OfType<Pool>().Where(pool => context.Stack.CloudOf(pool) == context.Cloud && !pool.Spot && pool.Machine.Tpu is null)
                .OrderBy(pool => pool.Name, StringComparer.Ordinal).Select(context.Expansion.HandleOf<PoolHandle>).Where(pool => pool.Cluster.Config.Name == cluster.Config.Name)];
        foreach (var pool in pools)
        {
            if (pool.Cluster.Config.Name != cluster.Config.Name)
            {
                context.Diagnostics.Add(WorkspaceErrors.PoolElsewhere(config.SpanOf(nameof(config.Pools)), config.Name, pool.Config.Name, pool.Cluster.Config.Name, cluster.Config.Name));
            }
            else if (pool.Config.Spot)
            {
                context.Diagnostics.Add(WorkspaceErrors.SpotPool(config.SpanOf(nameof(config.Pools)), config.Name, pool.Config.Name));
            }
        }

        return pools;
    }
}
