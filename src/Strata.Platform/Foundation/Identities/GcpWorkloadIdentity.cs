using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>Lets pods of the stack's GKE clusters act as a service account: a Kubernetes account of the identity's name, bound to it.</summary>
internal static class GcpWorkloadIdentity
{
    public static void Bind(ComponentContext context, Account account, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access)
    {
        foreach (var cluster in ClusterChoice.On(context.Stack, Cloud.Gcp))
        {
            if (context.Expansion.Expand(cluster) is not ClusterHandle handle)
            {
                continue;
            }

            var space = TeamNamespace.NameIn(context.Stack);
            var annotations = FederatedAccount.Add(context, handle, space, context.Name, context.Name, StorageGrants.Elsewhere(context, handle, access)).Annotations ?? [];
            annotations["iam.gke.io/gcp-service-account"] = account.Email;
            var pods = context.Expansion.Foundations.Kubernetes.ServiceAccountFor(context.Name, handle, annotations);

            // The pool of Kubernetes identities comes into being with the project's first cluster.
            context.Scope.Add(new IAMMember($"{context.Name}-{cluster.Name}-pods", new ResourceOptions { DependsOn = handle.Ready })
            {
                ServiceAccountId = account.Name,
                Role = "roles/iam.workloadIdentityUser",
                Member = $"serviceAccount:{ProjectOf(cluster, context)}.svc.id.goog[{pods.Namespace.Name}/{pods.Name}]",
            });
        }
    }

    /// <summary>Whose pool of identities the cluster uses: its own project's, which may be another stack's.</summary>
    private static string ProjectOf(Cluster cluster, ComponentContext context) =>
        (cluster.From is { IsLocal: true } from ? context.Expansion.Shared.Find(from.Stack)?.Providers.GcpProject : null)
        ?? context.Expansion.Foundations.Gcp.Project;
}
