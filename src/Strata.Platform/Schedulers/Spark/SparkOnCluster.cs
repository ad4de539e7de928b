using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Spark by the Spark operator in the team's namespace: an account for drivers, applications to fill in for each pool, and their history.</summary>
internal static class SparkOnCluster
{
    public static SparkHandle Expand(SparkConfig config, ComponentContext context)
    {
        ManagedOptions.Refuse(
            context, config, "the workers run on the stack's pools, which have their own machines and come and go by themselves", "Remove it, and say it of the pools",
            nameof(config.Machine), nameof(config.Max), nameof(config.IdleTimeout));
        if (config is { Host: not null, Image: null })
        {
            context.Diagnostics.Add(JobEngineErrors.NoHistory(config.SpanOf(nameof(config.Host)), config.Name));
        }

        var cluster = context.ClusterOf(config);
        var pools = JobPools.On(context, cluster, config, config.Pools);
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Storage, nameof(config.Storage));
        var history = config.Image is null ? null : OwnBucket.Add(context, config, "history", context.IsProd ? 90 : 14);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        IReadOnlyList<StorageGrant> grants = StorageGrants.ForPods(context, cluster, config, config.Access, new StorageGrant(store, AccessLevel.Write, "results"));
        var identity = PodIdentity.Add(context, cluster, space, context.Name, new PodRights
        {
            RunsCode = true,
            Storage = history is null ? grants : [.. grants, new StorageGrant(history, Stacks.AccessLevel.Write, "history")],
        });
        context.Scope.Use(cluster.Provider);
        LetDriversWork(context, space, identity);
        var applications = $"{context.Name}-applications";
        var data = new InputMap<string>();
        foreach (var pool in pools)
        {
            data[$"{pool.Config.Name}.json"] = Output.Json(SparkApplication.For(config, context, pool, space, identity, store, history));
        }

        context.Scope.Add(new ConfigMap(applications, new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready, .. cluster.Operators?.After(ClusterOperator.Spark) ?? []] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, applications, space.Name),
            Data = data,
        });
        if (history is not null)
        {
            SparkHistory.Add(config, context, cluster, space, identity, history);
        }

        return new SparkHandle(
            new()
            {
                ["namespace"] = space.Name,
                ["serviceAccount"] = identity.Account,
                ["applications"] = applications,
                ["history"] = history is null ? null : (Value)$"http://{SparkHistory.NameOf(context)}.{space.Name}.svc:{SparkHistory.Port}",
            },
            store.Url);
    }

    /// <summary>A driver makes its executors itself, with what they read at the start.</summary>
    private static void LetDriversWork(ComponentContext context, NamespaceHandle space, PodIdentity identity)
    {
        var name = $"{context.Name}-drivers";
        var role = context.Scope.Add(new Role(name, new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Rules =
            [
                new PolicyRuleArgs
                {
                    ApiGroups = [""],
                    Resources = ["pods", "services", "configmaps", "persistentvolumeclaims"],
                    Verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"],
                },
            ],
        });
        context.Scope.Add(new RoleBinding(name, new ResourceOptions { DependsOn = [role, .. identity.Ready] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = name },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = identity.Account, Namespace = space.Name }],
        });
    }
}
