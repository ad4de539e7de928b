using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>
/// Steps of Composer run as pods of the stack's clusters, where its account may work with pods in the team's namespace and sees nothing
/// else, or as jobs of the stack's queues, whose accounts it may give to them.
/// </summary>
internal static class GcpAirflowSteps
{
    public static void Let(ComponentContext context, Account account)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var clusters = ClusterChoice.On(context.Stack, Cloud.Gcp).ToList();
        foreach (var cluster in clusters)
        {
            var gke = context.Expansion.HandleOf<GkeClusterHandle>(cluster);
            gcp.Roles.Give(context.Scope, account.Principal(), ["roles/container.clusterViewer"]);
            TeamRights.Add(context, gke, [User(account.Email), User(account.UniqueId)], clusters.Count == 1 ? "pods" : $"pods-{cluster.Name}", TeamRights.Pods);
        }

        var queues = GoogleWorkflows.QueuesOf(context).ToList();
        if (queues.Count > 0)
        {
            gcp.Roles.Give(context.Scope, account.Principal(), ["roles/batch.jobsEditor"]);
            GoogleWorkflows.LetUse(context, queues, account, "account");
        }
    }

    /// <summary>GKE calls an account by its address, or by its number where the token does not say the address.</summary>
    private static SubjectArgs User(Input<string> name) => new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "User", Name = name };
}
