using Strata.Graph;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>
/// What a scheduler in a namespace of its own may do in the team's: its steps run there, with the team's identities and quotas.
/// </summary>
internal static class TeamRights
{
    /// <summary>What Airflow does with the pods that its steps run in.</summary>
    public static InputList<PolicyRuleArgs> Pods =>
    [
        new PolicyRuleArgs { ApiGroups = [""], Resources = ["pods"], Verbs = ["create", "get", "list", "watch", "patch", "delete"] },
        new PolicyRuleArgs { ApiGroups = [""], Resources = ["pods/log"], Verbs = ["get"] },
        new PolicyRuleArgs { ApiGroups = [""], Resources = ["pods/exec"], Verbs = ["create", "get"] },
        new PolicyRuleArgs { ApiGroups = [""], Resources = ["events"], Verbs = ["list"] },
    ];

    /// <param name="space">The scheduler's namespace.</param>
    /// <param name="what">Ends the role's name.</param>
    public static void Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, PodIdentity identity, string what, InputList<PolicyRuleArgs> rules) =>
        Add(context, cluster, [new SubjectArgs { Kind = "ServiceAccount", Name = identity.Account, Namespace = space.Name }], what, rules);

    /// <param name="subjects">Whoever the scheduler is to the cluster.</param>
    /// <param name="what">Ends the role's name.</param>
    public static void Add(ComponentContext context, ClusterHandle cluster, InputList<SubjectArgs> subjects, string what, InputList<PolicyRuleArgs> rules)
    {
        var team = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var name = $"{context.Name}-{what}";
        context.Scope.Use(cluster.Provider);
        var role = context.Scope.Add(new Role(name, new ResourceOptions { DependsOn = [team.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, team.Name),
            Rules = rules,
        });
        context.Scope.Add(new RoleBinding(name, new ResourceOptions { DependsOn = [role] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, team.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = name },
            Subjects = subjects,
        });
    }
}
