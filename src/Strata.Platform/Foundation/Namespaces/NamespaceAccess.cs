using Strata.Graph;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Foundation;

/// <summary>What people may do in the team's namespace.</summary>
internal static class NamespaceAccess
{
    private static readonly string[] Everything = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
    private static readonly string[] Look = ["get", "list", "watch"];

    public static void Add(StackExpansion expansion, ClusterHandle cluster, NamespaceHandle space)
    {
        var stack = expansion.Stack;
        var waits = new ResourceOptions { DependsOn = [space.Resource] };
        if (TeamGroups.Members(stack, cluster.Cloud) is { Count: > 0 } members)
        {
            var role = space.Scope.Add(new Role($"{space.Prefix}-member", waits)
            {
                Metadata = KubernetesObject.Meta(stack, stack.Config.Team, "team-member", space.Name),
                Rules = [.. MemberRules],
            });
            Bind("members", "Role", "team-member", members, [space.Resource, role]);
        }

        if (TeamGroups.Admins(stack, cluster.Cloud) is { Count: > 0 } admins)
        {
            Bind("admins", "ClusterRole", "admin", admins, [space.Resource]);
        }

        void Bind(string who, string kind, string role, IReadOnlyList<string> groups, IReadOnlyList<Resource> after) =>
            space.Scope.Add(new RoleBinding($"{space.Prefix}-{who}", new ResourceOptions { DependsOn = after })
            {
                Metadata = KubernetesObject.Meta(stack, stack.Config.Team, $"team-{who}", space.Name),
                RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = kind, Name = role },
                Subjects = [.. groups.Select(group => new SubjectArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Group", Name = group })],
            });
    }

    /// <summary>
    /// Kubernetes' own 'edit' without reading secrets, without acting as service accounts and without changing quotas; with the
    /// kinds that ML work is made of.
    /// </summary>
    private static IEnumerable<PolicyRuleArgs> MemberRules =>
    [
        Rule([""], ["pods", "pods/exec", "pods/attach", "pods/portforward", "services", "configmaps", "persistentvolumeclaims"], Everything),
        Rule([""], ["secrets"], ["create", "update", "patch", "delete"]),
        Rule([""], ["pods/log", "pods/status", "events", "serviceaccounts", "resourcequotas", "limitranges", "endpoints"], Look),
        Rule(["apps"], ["deployments", "deployments/scale", "statefulsets", "statefulsets/scale"], Everything),
        Rule(["apps"], ["replicasets", "controllerrevisions"], Look),
        Rule(["batch"], ["jobs", "cronjobs"], Everything),
        Rule(["autoscaling"], ["horizontalpodautoscalers"], Everything),
        Rule(["policy"], ["poddisruptionbudgets"], Everything),
        Rule(["networking.k8s.io"], ["ingresses", "networkpolicies"], Look),
        Rule(["metrics.k8s.io"], ["pods"], Look),
        Rule(["kueue.x-k8s.io"], ["localqueues", "workloads"], Look),
        Rule(["jobset.x-k8s.io", "ray.io", "kubeflow.org", "trainer.kubeflow.org", "sparkoperator.k8s.io", "serving.kserve.io"], ["*"], Everything),
        Rule(["argoproj.io"], ["workflows", "workflowtemplates", "cronworkflows"], Everything),
    ];

    private static PolicyRuleArgs Rule(string[] groups, string[] resources, string[] verbs) => new() { ApiGroups = groups, Resources = resources, Verbs = verbs };
}
