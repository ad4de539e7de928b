using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Slurm by Slinky in a namespace of its own: a controller, nodes on the stack's pools, and a login node for those who have a key.</summary>
/// <remarks>
/// Slurm's daemons need the machine itself (control groups), so the namespace lets them have it, and the team's people do not work
/// in it. Without accounting: Slurm keeps that in MySQL or MariaDB only.
/// </remarks>
internal static class SlurmOnCluster
{
    private const int RestPort = 6820;

    public static SlurmHandle Expand(SlurmConfig config, ComponentContext context)
    {
        ManagedOptions.Refuse(
            context, config, "its nodes run on the stack's pools, which have machines and images of their own", "Remove it, and say it of the pools",
            nameof(config.Queues), nameof(config.IdleTimeout), nameof(config.Ami));
        var cluster = context.ClusterOf(config);
        var pools = JobPools.On(context, cluster, config, config.Pools);
        foreach (var pool in pools.Where(pool => config.Nodes > pool.Config.Max))
        {
            context.Diagnostics.Add(JobEngineErrors.MinAboveMax(config.SpanOf(nameof(config.Nodes)), config.Name, pool.Config.Name, config.Nodes, pool.Config.Max));
        }

        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Storage, nameof(config.Storage));
        context.Scope.Use(cluster.Provider);
        var space = SystemNamespace.Open(context.Scope, context.Expansion, cluster, $"{context.Name}-namespace", SystemNamespace.NameIn(context.Expansion, context.Name));
        NamespaceIsolation.Add(context.Expansion, cluster, space, letTeamIn: true);
        var identity = PodIdentity.Add(context, cluster, space, "jobs", new PodRights { RunsCode = true, Storage = StorageGrants.Of(context, config, config.Access, new StorageGrant(store, AccessLevel.Write, "results")) });
        context.Scope.Use(cluster.Provider);
        OperatorEntry.Add(context, space, "slurm-operator", null, RestPort);
        var homes = SlurmHomes.Add(config, context, cluster, space);
        IReadOnlyList<Resource> first = homes is null ? [] : [homes];
        var values = new SlurmValues(config, context.IsProd, SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Monitoring), identity, homes is not null);
        HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("slurm"), context.Name, "slurm", space.Name, values.Of(pools),
            context.HoldsData with { DependsOn = [space.Resource, .. identity.Ready, .. first, .. cluster.Operators?.After(ClusterOperator.Slurm) ?? []] });
        return new SlurmHandle(
            new()
            {
                ["namespace"] = space.Name,
                ["rest"] = FormattableString.Invariant($"http://slurm-restapi.{space.Name}.svc:{RestPort}"),
                ["login"] = config.SshKeys.Count == 0 ? null : (Value)$"slurm-login-{SlurmValues.Login}.{space.Name}.svc",
            },
            ["all", .. pools.Select(pool => pool.Config.Name)],
            store.Url);
    }
}
