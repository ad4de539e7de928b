using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Identities that may do everything.</summary>
internal static class WildcardIdentities
{
    public static PolicyRule Rule { get; } = new(
        "STR720",
        "wildcard-identities",
        PolicySubjects.Identities,
        Severity.Error,
        "AWS policies that allow every action, or every action of a service on every resource; the managed policies AdministratorAccess and PowerUserAccess; the basic roles owner and editor of Google Cloud; Kubernetes roles with every verb on every resource, and bindings of cluster-admin.",
        "Whoever gets into one job then has the whole account, and no log says which right was needed.")
    {
        Types =
        [
            "aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "gcp:projects/iAMMember:IAMMember",
            "kubernetes:rbac.authorization.k8s.io/v1:Role", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
            "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
        ],
        OfResource = (resource, _) => resource.PackageName switch { "aws" => OnAws(resource), "gcp" => OnGcp(resource), _ => OnKubernetes(resource) },
    };

    private static IEnumerable<PolicyViolation> OnAws(Resource resource)
    {
        if (resource.At("policyArn").AsText() is { } arn && (arn.EndsWith("/AdministratorAccess", StringComparison.Ordinal) || arn.EndsWith("/PowerUserAccess", StringComparison.Ordinal)))
        {
            yield return new("policyArn", $"'{resource.LogicalName}' may do everything in the account. Attach a policy with the actions it needs.");
        }

        foreach (var (statement, path) in Statements.Allowing(resource.At("policy"), "policy"))
        {
            var everything = Statements.Has(statement, "Action", action => action == "*");
            var everywhere = Statements.Has(statement, "Resource", arn => arn == "*");
            if (everything || (everywhere && !Statements.HasCondition(statement) && Statements.Has(statement, "Action", action => action.EndsWith(":*", StringComparison.Ordinal))))
            {
                yield return new(path, $"'{resource.LogicalName}' allows every action {(everything ? "there is" : "of a service on everything in the account")}. Name the actions and the resources it needs.");
            }
        }
    }

    private static IEnumerable<PolicyViolation> OnGcp(Resource resource)
    {
        if (resource.At("role").AsText() is "roles/owner" or "roles/editor")
        {
            yield return new("role", $"'{resource.LogicalName}' has {resource.At("role").AsText()}, which allows nearly everything in the project. Give it the roles of the services it uses.");
        }
    }

    private static IEnumerable<PolicyViolation> OnKubernetes(Resource resource)
    {
        if (resource.At("roleRef.name").AsText() == "cluster-admin")
        {
            yield return new("roleRef.name", $"'{resource.LogicalName}' binds cluster-admin, which allows everything in the cluster. Bind a role with the verbs it needs.");
        }

        if (resource.At("rules").AsItems().Any(rule => Statements.Has(rule, "verbs", verb => verb == "*") && Statements.Has(rule, "resources", name => name == "*")))
        {
            yield return new("rules", $"'{resource.LogicalName}' allows every verb on every resource. Name the verbs and resources it needs.");
        }
    }
}
