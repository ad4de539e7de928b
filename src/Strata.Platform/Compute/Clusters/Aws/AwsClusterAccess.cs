using Strata.Aws.Eks;
using Strata.Aws.Eks.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>
/// Who may use an EKS cluster: an access entry for each of the stack's admins and members and for its CI. What people may do in the
/// team's namespace is said there, by role bindings to the groups that the entries put them in; admins of the stack that owns the
/// cluster administer all of it, and CI may deploy to it.
/// </summary>
internal static class AwsClusterAccess
{
    /// <summary>
    /// True when nobody is named, so that whoever makes the cluster has to be its admin. Otherwise EKS would make an entry for
    /// whoever that is, and refuse the same one from here: whoever applies the stack must then be among its admins, or its CI.
    /// </summary>
    public static bool IsLeftToCreator(ComponentContext context) =>
        !context.Stack.Config.Access.Admins.Any(IsPrincipal) && context.Expansion.Foundations.Aws.Ci is null;

    /// <returns>What anything inside the cluster waits for: until then the engine may not touch it.</returns>
    public static IReadOnlyList<Resource> Grant(ComponentContext context, Input<string> cluster, bool isOwner)
    {
        var stack = context.Stack;
        var admins = stack.Config.Access.Admins.Where(IsPrincipal).Distinct().ToList();
        var members = stack.Config.Access.Members.Where(IsPrincipal).Distinct().Except(admins).ToList();
        var names = NamesOf([.. admins, .. members]);
        var granted = new List<Resource>();
        foreach (var admin in admins)
        {
            var entry = Add(context, cluster, names[admin], admin, TeamGroups.Admins(stack, context.Cloud));
            granted.Add(isOwner ? Allow(context, cluster, entry, "AmazonEKSClusterAdminPolicy") : entry);
        }

        foreach (var member in members)
        {
            Add(context, cluster, names[member], member, TeamGroups.Members(stack, context.Cloud));
        }

        if (context.Expansion.Foundations.Aws.Ci is { } ci)
        {
            granted.Add(Allow(context, cluster, Add(context, cluster, "ci-deploy", ci.Deploy.Arn, []), "AmazonEKSClusterAdminPolicy"));
            Allow(context, cluster, Add(context, cluster, "ci-preview", ci.Preview.Arn, []), "AmazonEKSViewPolicy");
        }

        return granted;
    }

    private static AccessPolicyAssociation Allow(ComponentContext context, Input<string> cluster, AccessEntry entry, string policy) =>
        context.Scope.Add(new AccessPolicyAssociation(entry.LogicalName)
        {
            ClusterName = cluster,
            PrincipalArn = entry.PrincipalArn,
            PolicyArn = $"arn:aws:eks::aws:cluster-access-policy/{policy}",
            AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        });

    private static AccessEntry Add(ComponentContext context, Input<string> cluster, string name, Input<string> principal, IReadOnlyList<string> groups) =>
        context.Scope.Add(new AccessEntry($"{context.Name}-access-{name}")
        {
            ClusterName = cluster,
            PrincipalArn = principal,
            Type = "STANDARD",
            KubernetesGroups = groups.Count == 0 ? null : [.. groups.Select(group => (Input<string>)group)],
        });

    /// <summary>A stack on several clouds names people in several forms.</summary>
    private static bool IsPrincipal(string who) => who.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>The last part of each ARN, and a hash of the whole where two end alike.</summary>
    private static Dictionary<string, string> NamesOf(IReadOnlyList<string> principals) => principals.ToDictionary(
        principal => principal,
        principal => principals.Count(other => LastPart(other) == LastPart(principal)) == 1 ? LastPart(principal) : $"{LastPart(principal)}-{StableHash.Of(principal)}");

    private static string LastPart(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
