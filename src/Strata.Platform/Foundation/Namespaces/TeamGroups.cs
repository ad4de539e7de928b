using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>What a cluster calls the stack's people in its role bindings.</summary>
internal static class TeamGroups
{
    /// <summary>
    /// The groups that work in the namespace. On EKS people are IAM roles, and the access entry of each maps it to this group;
    /// elsewhere the cluster knows the groups of <c>access</c> themselves, from OIDC or Google Groups.
    /// </summary>
    public static IReadOnlyList<string> Members(StackModel stack, Cloud cloud) => Of(stack, cloud, stack.Config.Access.Members, "members");

    /// <summary>The groups that administer the namespace, in the same way.</summary>
    public static IReadOnlyList<string> Admins(StackModel stack, Cloud cloud) => Of(stack, cloud, stack.Config.Access.Admins, "admins");

    private static IReadOnlyList<string> Of(StackModel stack, Cloud cloud, IReadOnlyList<string> people, string role) =>
        cloud == Cloud.Aws && people.Count > 0 ? [$"{TeamNamespace.NameIn(stack)}:{role}"] : people;
}
