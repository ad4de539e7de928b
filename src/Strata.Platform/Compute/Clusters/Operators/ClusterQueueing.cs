using Strata.Graph;
using Strata.Kubernetes.Scheduling.V1;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>What the queues of all teams on a cluster have in common, made by the cluster's owner.</summary>
internal static class ClusterQueueing
{
    /// <summary>The version of Kueue's kinds.</summary>
    public const string Version = "kueue.x-k8s.io/v1beta2";

    /// <summary>Teams lend each other in it what they do not use themselves.</summary>
    public const string Cohort = "teams";

    /// <summary>People who wait, then training, then whatever can wait: names, weights, and whether others are stopped for it.</summary>
    private static readonly (string Name, int Weight, string Preemption, string Meaning)[] Priorities =
    [
        ("interactive", 100_000, "PreemptLowerPriority", "Notebooks and services that people wait for."),
        ("training", 50_000, "PreemptLowerPriority", "Training and scheduled workflows."),
        ("best-effort", 1_000, "Never", "Whatever runs when nothing else needs the machines."),
    ];

    public static void Add(Scope scope, StackModel stack, ClusterHandle cluster, ClusterOperators operators)
    {
        var prefix = cluster.Config.Name;
        var queueing = operators.Has(ClusterOperator.Kueue);
        var afterKueue = new ResourceOptions { DependsOn = operators.After(ClusterOperator.Kueue) };
        foreach (var (name, weight, preemption, meaning) in Priorities)
        {
            scope.Add(new PriorityClass($"{prefix}-{name}", new ResourceOptions { DependsOn = cluster.Ready })
            {
                Metadata = KubernetesObject.Meta(stack, prefix, name),
                Value = weight,
                PreemptionPolicy = preemption,
                Description = meaning,
            });
            if (queueing)
            {
                OperatorObject.Add(
                    scope, stack, cluster, $"{prefix}-{name}-workloads", $"{Version}:WorkloadPriorityClass", name, null, prefix, new() { ["value"] = weight, ["description"] = meaning }, afterKueue, atTop: true);
            }
        }

        if (queueing)
        {
            OperatorObject.Add(scope, stack, cluster, $"{prefix}-cohort", $"{Version}:Cohort", Cohort, null, prefix, [], afterKueue);
        }
    }
}
