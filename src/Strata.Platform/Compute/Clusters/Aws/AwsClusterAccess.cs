using Strata.Aws.Eks;
using Strata.Aws.Eks.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>
/// Who may use an EKS cluster: an access entry for each of the stack's admins and members. What they may do in the team's namespace
/// is said there, by role bindings to the groups that the entries put them in; admins of the stack that owns the cluster administer
/// all of it.
/// </summary>
internal static class AwsClusterAccess
{
    public static void Grant(ComponentContext context, Input<string> cluster, bool isOwner)
    {
        var stack = context.Stack;
        var admins = stack.Config.Access.Admins.Where(IsPrincipal).Distinct().ToList();
        var members = stack.Config.Access.Members.Where(IsPrincipal).Distinct().Except(admins).ToList();
        var names = NamesOf([.. admins, .. members]);
        foreach (var admin in admins)
        {
            var entry = Add(context, cluster, names[admin], admin, TeamGroups.Admins(stack, context.Cloud));
            if (isOwner)
            {
                context.Scope.Add(new AccessPolicyAssociation(entry.LogicalName)
                {
                    ClusterName = cluster,
                    PrincipalArn = entry.PrincipalArn,
                    PolicyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
                    AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
                });
            }
        }

        foreach (var member in members)
        {
            Add(context, cluster, names[member], member, TeamGroups.Members(stack, context.Cloud));
        }
    }

    private static AccessEntry Add(ComponentContext context, Input<string> cluster, string name, string principal, IReadOnlyList<string> groups) =>
        context.Scope.Add(new AccessEntry($"{context.Name}-access-{name}")
        {
            ClusterName = cluster,
            PrincipalArn = principal,
            Type = "STANDARD",
            KubernetesGroups = [.. groups.Select(group => (Input<string>)group)],
        });

    /// <summary>A stack on several clouds names people in several forms.</summary>
    private static bool IsPrincipal(string who) => who.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>The last part of each ARN, and a hash of the whole where two end alike.</summary>
    private static Dictionary<string, string> NamesOf(IReadOnlyList<string> principals) => principals.ToDictionary(
        principal => principal,
        principal => principals.Count(other => LastPart(other) == LastPart(principal)) == 1 ? LastPart(principal) : $"{LastPart(principal)}-{StableHash.Of(principal)}");

    private static string LastPart(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
