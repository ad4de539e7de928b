using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Workflows;

namespace Strata.Platform.Foundation;

/// <summary>
/// The Kubernetes secrets that pods of workflows read: one for each secret of the stack file that a step or a notification names, in
/// the team's namespace of the cluster that the steps run on, and no others.
/// </summary>
internal static class WorkflowSecrets
{
    /// <summary>The only key of each.</summary>
    public const string Key = "value";

    public static string NameOf(string secret) => $"strata-{secret}";

    /// <summary>Adds them; the text of each stays with the engine, and in rendered manifests there are none.</summary>
    public static void Add(StackExpansion expansion, IReadOnlyList<PlacedWorkflow> workflows)
    {
        var named = workflows
            .Where(workflow => workflow.Scheduler.Place == StepPlace.Pods)
            .SelectMany(workflow => SecretsOf(workflow.Workflow).Select(secret => (Cluster: ClusterOf(workflow.Scheduler, expansion), Secret: secret)))
            .Where(one => one.Cluster is not null)
            .Distinct()
            .GroupBy(one => one.Cluster!, one => one.Secret);
        foreach (var cluster in named)
        {
            var space = expansion.Foundations.Kubernetes.NamespaceOn(cluster.Key);
            var context = new ComponentContext(expansion, space.Prefix, cluster.Key.Cloud, space.Scope);
            foreach (var secret in cluster.Order(StringComparer.Ordinal))
            {
                ConfiguredSecret.Add(context, cluster.Key, space, NameOf(secret), Key, Output.ConfigSecret(secret));
            }
        }
    }

    private static IEnumerable<string> SecretsOf(Workflow workflow) =>
        workflow.Steps.SelectMany(step => step.Config.Secrets.Values).Append(workflow.Config.Notify?.Webhook).Select(secret => secret?.Name).OfType<string>();

    /// <summary>The cluster of the scheduler's pods; null where several could be meant, which rendering says.</summary>
    private static ClusterHandle? ClusterOf(WorkflowScheduler scheduler, StackExpansion expansion)
    {
        var named = (scheduler.Config as IClusterGuest)?.Cluster;
        return ClusterChoice.On(expansion.Stack, scheduler.Cloud).Where(cluster => named is null || cluster.Name == named.Name).ToList() is [var only] ? expansion.Expand(only) as ClusterHandle : null;
    }
}
