using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Rights that are given to everybody.</summary>
internal static class PublicMembers
{
    public static PolicyRule Rule { get; } = new(
        "STR701",
        "public-members",
        PolicySubjects.PublicAccess,
        Severity.Error,
        "Google Cloud IAM members 'allUsers' and 'allAuthenticatedUsers'; policies of AWS resources that allow every principal without a condition; Kubernetes bindings of anonymous users.",
        "Anybody in the world, or anybody with some account, can then use the thing.")
    {
        OfResource = (resource, _) => resource.PackageName switch
        {
            "gcp" => OnGcp(resource),
            "aws" => OnAws(resource),
            _ => OnKubernetes(resource),
        },
    };

    private static IEnumerable<PolicyViolation> OnGcp(Resource resource)
    {
        if (resource.At("member").AsText() is "allUsers" or "allAuthenticatedUsers")
        {
            yield return new("member", $"'{resource.LogicalName}' gives {resource.At("role").AsText() ?? "rights"} to everybody. Name the people, groups or service accounts that need it.");
        }
    }

    private static IEnumerable<PolicyViolation> OnAws(Resource resource)
    {
        // Roles' trust is another policy's matter; a key policy names the account.
        if (resource.TypeToken.StartsWith("aws:iam/", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var (statement, path) in Statements.Allowing(resource.At("policy"), "policy"))
        {
            if (Statements.IsForEverybody(statement) && !Statements.HasCondition(statement))
            {
                yield return new(path, $"The policy '{resource.LogicalName}' allows every principal. Name accounts or roles, or add a condition such as aws:PrincipalOrgID.");
            }
        }
    }

    private static IEnumerable<PolicyViolation> OnKubernetes(Resource resource)
    {
        if (!resource.TypeToken.EndsWith("RoleBinding", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var subject in resource.At("subjects").AsItems())
        {
            if (subject.At("name").AsText() is "system:anonymous" or "system:unauthenticated" or "system:authenticated")
            {
                yield return new("subjects", $"The binding '{resource.LogicalName}' gives rights to everybody who reaches the cluster. Name groups or service accounts.");
            }
        }
    }
}
