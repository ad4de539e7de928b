using Strata.Graph;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>What the servers and the pipelines may do in the team's namespace. Nobody has rights in the whole cluster.</summary>
/// <remarks>
/// Less than manifests/kustomize/base/pipeline of 2.17.0 gives: nothing of what only several users' namespaces, viewers or the cache's
/// webhook need, and to pipelines nothing but what drivers, launchers and Argo's executor ask for (backend/src/v2 of 2.17.0).
/// </remarks>
internal static class KubeflowRights
{
    private static readonly string[] Change = ["create", "get", "list", "watch", "update", "patch", "delete"];
    private static readonly string[] Read = ["get", "list", "watch"];

    public static void OfApi(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, PodIdentity identity) => TeamRights.Add(
        context, cluster, space, identity, "api",
        [
            Rule("", ["pods"], ["get", "list", "delete"]),
            Rule("", ["pods/log"], ["get"]),
            Rule("argoproj.io", ["workflows"], Change),
            Rule("kubeflow.org", ["scheduledworkflows"], Change),
            Rule("kubeflow.org", ["scheduledworkflows/finalizers"], ["update"]),
            LauncherMap,
        ]);

    public static void OfAgent(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, PodIdentity identity) => TeamRights.Add(
        context, cluster, space, identity, "agent", [Rule("argoproj.io", ["workflows"], Read), Rule("kubeflow.org", ["scheduledworkflows"], Read)]);

    public static void OfSchedules(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, PodIdentity identity) => TeamRights.Add(
        context, cluster, space, identity, "schedules",
        [
            Rule("argoproj.io", ["workflows"], Change),
            Rule("kubeflow.org", ["scheduledworkflows", "scheduledworkflows/finalizers"], Change),
            Rule("", ["events"], ["create", "patch"]),
        ]);

    public static void OfPages(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, PodIdentity identity, ObjectStoreHandle store) => TeamRights.Add(
        context, cluster, space, identity, "pages",
        [
            Rule("", ["pods", "pods/log"], ["get"]),
            Rule("", ["events"], ["list"]),
            Rule("argoproj.io", ["workflows"], ["get", "list"]),
            .. Key(context, store),
        ]);

    /// <param name="others">Identities that workflows of this scheduler run as instead.</param>
    public static void OfPipelines(ComponentContext context, ClusterHandle cluster, NamespaceHandle team, PodIdentity identity, ObjectStoreHandle store, IEnumerable<string> others)
    {
        const string What = "pipelines";
        TeamRights.Add(
            context, cluster, team, identity, What,
            [
                LauncherMap,
                Rule("", ["pods"], ["get"]),
                Rule("argoproj.io", ["workflowtaskresults"], ["create", "patch"]),
                .. Key(context, store),
            ]);
        foreach (var other in others)
        {
            var name = $"{context.Name}-{What}-{other}";
            context.Scope.Add(new RoleBinding(name, new ResourceOptions { DependsOn = [team.Resource] })
            {
                Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, team.Name),
                RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = $"{context.Name}-{What}" },
                Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = other, Namespace = team.Name }],
            });
        }
    }

    private static PolicyRuleArgs LauncherMap => new() { ApiGroups = [""], Resources = ["configmaps"], ResourceNames = [KubeflowStore.Launcher], Verbs = ["get"] };

    /// <summary>The secret with the pipelines' key to MinIO.</summary>
    private static IEnumerable<PolicyRuleArgs> Key(ComponentContext context, ObjectStoreHandle store) => store is KubernetesObjectStoreHandle
        ? [new PolicyRuleArgs { ApiGroups = [""], Resources = ["secrets"], ResourceNames = [MinioUser.SecretOf(context.Name)], Verbs = ["get"] }]
        : [];

    private static PolicyRuleArgs Rule(string group, string[] resources, string[] verbs) => new() { ApiGroups = [group], Resources = resources, Verbs = verbs };
}
