using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Storage;

/// <summary>Tables as a Postgres database that CloudNativePG runs: three servers in prod, one elsewhere.</summary>
internal static class KubernetesPostgres
{
    public static KubernetesPostgresHandle Expand(Warehouse config, ComponentContext context)
    {
        var cluster = context.ClusterFor(config, config.Cluster);
        if (!SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Postgres))
        {
            context.Diagnostics.Add(KubernetesComputeErrors.NeedsOperator(config.KeySpan, config.Name, "postgres", cluster.Config.From?.Stack ?? context.Stack.Name));
            throw new ExpansionStoppedException();
        }

        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        context.Scope.Use(cluster.Provider);
        var (roles, passwords) = PostgresRoles.Add(config, context, space);
        var backups = PostgresBackups.StoreFor(config, context) is { } store ? PostgresBackups.AddPlace(context, cluster, store, space) : default;
        var name = context.Name.Replace('-', '_');
        var database = OperatorObject.Add(context.Scope, context.Stack, cluster, context.Name, "postgresql.cnpg.io/v1:Cluster", context.Name, space.Name, context.Name, new()
        {
            ["instances"] = context.IsProd ? 3 : 1,
            ["enableSuperuserAccess"] = false,
            ["bootstrap"] = new ValueMap { ["initdb"] = new ValueMap { ["database"] = name, ["owner"] = name, ["dataChecksums"] = true } },
            ["storage"] = new ValueMap { ["size"] = config.Size.ToString(), ["resizeInUseVolumes"] = true },
            ["resources"] = new ValueMap
            {
                ["requests"] = new ValueMap { ["cpu"] = context.IsProd ? "1" : "250m", ["memory"] = context.IsProd ? "4Gi" : "1Gi" },
                ["limits"] = new ValueMap { ["memory"] = context.IsProd ? "4Gi" : "1Gi" },
            },
            ["managed"] = roles.Count == 0 ? null : (Value)new ValueMap { ["roles"] = Value.List(roles) },
            ["plugins"] = backups.Plugins,
        }, context.HoldsData with
        {
            DependsOn = [space.Resource, .. passwords, .. backups.Place is { } place ? [place] : Array.Empty<Resource>(), .. cluster.Operators?.After(ClusterOperator.Postgres) ?? []],
        });
        if (backups.Place is not null)
        {
            PostgresBackups.AddSchedule(context, cluster, space, database);
        }

        if (SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Monitoring))
        {
            OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-metrics", "monitoring.coreos.com/v1:PodMonitor", context.Name, space.Name, context.Name, new()
            {
                ["selector"] = new ValueMap { ["matchLabels"] = new ValueMap { ["cnpg.io/cluster"] = context.Name } },
                ["podMetricsEndpoints"] = Value.List(new ValueMap { ["port"] = "metrics" }),
            }, new ResourceOptions { DependsOn = [database] });
        }

        return new KubernetesPostgresHandle(config, name, space, [database]);
    }
}
