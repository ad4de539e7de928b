using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Roles that anybody can take.</summary>
internal static class WildcardTrust
{
    public static PolicyRule Rule { get; } = new(
        "STR721",
        "wildcard-trust",
        PolicySubjects.Identities,
        Severity.Error,
        "AWS roles that every principal may assume without a condition, or that a web identity may assume without a condition on its subject; Google Cloud workload identity providers without an attribute condition.",
        "Any account of the world, or any repository of the same provider, can then act as the team.")
    {
        Types = ["aws:iam/role:Role", "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider"],
        OfResource = (resource, _) => resource.PackageName == "aws" ? OnAws(resource) : OnGcp(resource),
    };

    private static IEnumerable<PolicyViolation> OnAws(Resource role)
    {
        foreach (var (statement, path) in Statements.Allowing(role.At("assumeRolePolicy"), "assumeRolePolicy"))
        {
            var isWeb = Statements.Has(statement, "Action", action => action == "sts:AssumeRoleWithWebIdentity");
            if ((Statements.IsForEverybody(statement) || isWeb) && !Statements.HasCondition(statement))
            {
                yield return new(path, $"Anybody{(isWeb ? " whom the identity provider knows" : "")} can take the role '{role.LogicalName}'. Name the principals, or add a condition on who they are.");
            }
        }
    }

    private static IEnumerable<PolicyViolation> OnGcp(Resource provider)
    {
        if (provider.At("attributeCondition") is null)
        {
            yield return new("attributeCondition", $"Everybody whom the identity provider knows can sign in through '{provider.LogicalName}'. Add a condition such as assertion.repository == 'acme/ml'.");
        }
    }
}
