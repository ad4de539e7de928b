using Strata.Aws.Eks;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>Roles that pods on EKS run as, by their service account.</summary>
internal static class AwsPodIdentity
{
    /// <summary>The agent on each node takes the role on for the pod, and tags the session with cluster, namespace and account.</summary>
    public static PolicyStatement Trust => PolicyStatement.Trust("pods.eks.amazonaws.com") with { Actions = ["sts:AssumeRole", "sts:TagSession"] };

    /// <summary>Adds a role for a service account of a cluster's own components, and binds the two.</summary>
    /// <param name="what">What runs as it, in logical names and in the role's name: <c>vpc-cni</c>.</param>
    /// <param name="account">The service account in <c>kube-system</c>.</param>
    /// <param name="managedPolicies">ARNs.</param>
    /// <param name="statements">Further things it may do.</param>
    /// <returns>What the pods wait for: they get the role only if the binding is there when they start.</returns>
    public static PodIdentityAssociation ForSystem(
        ComponentContext context,
        Input<string> cluster,
        string what,
        string account,
        IReadOnlyList<string> managedPolicies,
        IReadOnlyList<PolicyStatement> statements)
    {
        var name = $"{context.Name}-{what}";
        var role = AwsRole.Add(context.Scope, context.Expansion, $"{name}-role", [context.Name, what], Trust, managedPolicies, statements);
        return context.Scope.Add(new PodIdentityAssociation($"{name}-identity")
        {
            ClusterName = cluster,
            Namespace = "kube-system",
            ServiceAccount = account,
            RoleArn = role.Arn,
        });
    }
}
