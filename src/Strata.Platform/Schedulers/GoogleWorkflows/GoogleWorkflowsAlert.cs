using Strata.Gcp.Monitoring;
using Strata.Gcp.Monitoring.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>Tells people of workflows that failed.</summary>
internal static class GoogleWorkflowsAlert
{
    public static void Add(ComponentContext context, string prefix)
    {
        var api = context.Expansion.Foundations.Gcp.Api("monitoring");
        var channels = GcpNews.Add(context);
        context.Scope.Add(new AlertPolicy($"{context.Name}-failed", new ResourceOptions { DependsOn = [api] })
        {
            DisplayName = $"Failed workflows of {context.Name} ({context.Stack.Name})",
            Combiner = "OR",
            Conditions =
            [
                new AlertPolicyConditionArgs
                {
                    DisplayName = "A workflow failed",
                    ConditionThreshold = new AlertPolicyConditionConditionThresholdArgs
                    {
                        Filter = $"resource.type = \"workflows.googleapis.com/Workflow\" AND resource.labels.workflow_id = starts_with(\"{prefix}-\") AND metric.type = \"workflows.googleapis.com/finished_execution_count\" AND metric.labels.status = \"FAILED\"",
                        Aggregations = [new AlertPolicyConditionConditionThresholdAggregationArgs { AlignmentPeriod = "300s", PerSeriesAligner = "ALIGN_DELTA" }],
                        Comparison = "COMPARISON_GT",
                        ThresholdValue = 0,
                        Duration = "0s",
                    },
                },
            ],
            Documentation = new AlertPolicyDocumentationArgs
            {
                MimeType = "text/markdown",
                Content = $"A workflow of {context.Name} in {context.Stack.Name} failed: its executions say in which step and why.",
            },
            NotificationChannels = channels,
        });
    }
}
