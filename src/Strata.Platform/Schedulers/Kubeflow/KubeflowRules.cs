using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Workflows;

namespace Strata.Platform.Schedulers;

/// <summary>What Kubeflow Pipelines cannot do on a cluster, and what it has to know of the workflows that it runs.</summary>
internal static class KubeflowRules
{
    public static void CheckManaged(KubeflowConfig config, ComponentContext context) =>
        ManagedOptions.Refuse(context, config, "the cloud has pages of its own for pipelines", "Remove it, or set 'managed: false'", nameof(config.Host));

    public static void CheckSelfHosted(KubeflowConfig config, ClusterHandle cluster, ComponentContext context)
    {
        ManagedOptions.Refuse(context, config, "its runs are recorded in a database of its own on the cluster", "Remove it", nameof(config.MetadataStore));

        // Said of the later one only.
        var other = context.Stack.Components.OfType<KubeflowConfig>().FirstOrDefault(one =>
            string.CompareOrdinal(one.Name, config.Name) < 0
            && context.Stack.CloudOf(one) == context.Cloud
            && !BuyOrBuild.Of(KubeflowKind.Kind, one, context.Stack).Managed
            && (one.Cluster?.Name ?? cluster.Config.Name) == cluster.Config.Name);
        if (other is not null)
        {
            context.Diagnostics.Add(KubeflowErrors.TwoOnOneCluster(config.KeySpan, config.Name, other.Name, cluster.Config.Name));
        }
    }

    /// <summary>The clock of all its schedules: its controller has one.</summary>
    public static string TimeZoneOf(KubeflowConfig config, ComponentContext context)
    {
        List<WorkflowConfig> timed = [.. WorkflowsOf.Scheduler(config, context.Stack).Where(workflow => workflow.Schedule is not null)];
        foreach (var workflow in timed.Where(workflow => workflow.TimeZone != timed[0].TimeZone))
        {
            context.Diagnostics.Add(KubeflowErrors.TwoTimeZones(
                workflow.SpanOf(nameof(workflow.TimeZone)) ?? workflow.KeySpan, workflow.Name, workflow.TimeZone.Text, config.Name, timed[0].Name, timed[0].TimeZone.Text));
        }

        return timed is [var first, ..] ? first.TimeZone.Text : "UTC";
    }
}
