using Strata.Graph;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Metaflow on a cluster: its service and database in a namespace of their own, flows as pods in the team's.</summary>
internal static class MetaflowOnCluster
{
    public static MetaflowHandle Expand(MetaflowConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Store, nameof(config.Store));
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name);
        var database = ClusterDatabase.Add(context, cluster, space, "metaflow-db");
        var service = MetaflowServer.Add(context, space, database);

        // Not the scheduler's own name, which an identity may have too.
        var team = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var identity = PodIdentity.Add(context, cluster, team, $"{context.Name}-flows", new PodRights { RunsCode = true, Storage = [new StorageGrant(store, AccessLevel.Write, "store")] });
        if (context.Stack.Components.OfType<ArgoConfig>().Any(argo => context.Stack.CloudOf(argo) == context.Cloud))
        {
            // Flows that start by themselves do so through Argo Workflows, whose executor says how a step went.
            TeamRights.Add(context, cluster, team, identity, "results", [new PolicyRuleArgs { ApiGroups = ["argoproj.io"], Resources = ["workflowtaskresults"], Verbs = ["create", "patch"] }]);
        }

        var (kind, scheme) = store is GcpObjectStoreHandle ? ("gs", "GS") : ("s3", "S3");
        var minio = (store as KubernetesObjectStoreHandle)?.Server;
        return new MetaflowHandle(new ValueMap
        {
            ["METAFLOW_DEFAULT_DATASTORE"] = kind,
            [$"METAFLOW_DATASTORE_SYSROOT_{scheme}"] = Output.Format($"{store.Url}/metaflow"),
            ["METAFLOW_S3_ENDPOINT_URL"] = minio is null ? null : (Value)minio.Endpoint,

            // The keys of the secret become the environment of flows' pods.
            ["METAFLOW_KUBERNETES_SECRETS"] = minio is null ? null : (Value)MinioUser.SecretOf($"{context.Name}-{identity.Account}"),
            ["METAFLOW_DEFAULT_METADATA"] = "service",
            ["METAFLOW_SERVICE_INTERNAL_URL"] = $"http://{service}.{space.Name}.svc:{MetaflowService.Port}/",

            // From outside the cluster through 'kubectl port-forward': the service asks nobody who they are.
            ["METAFLOW_SERVICE_URL"] = $"http://127.0.0.1:{MetaflowService.Port}/",
            ["METAFLOW_KUBERNETES_NAMESPACE"] = team.Name,
            ["METAFLOW_KUBERNETES_SERVICE_ACCOUNT"] = identity.Account,
        });
    }
}
