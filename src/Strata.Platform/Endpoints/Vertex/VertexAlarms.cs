using System.Globalization;
using Strata.Gcp.Monitoring;
using Strata.Gcp.Monitoring.Inputs;
using Strata.Gcp.Vertex;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>Tells people when a new model on Vertex AI is no good. The metrics are Vertex AI's own, in PromQL's names.</summary>
internal static class VertexAlarms
{
    public static void Add(VertexEndpoint config, ComponentContext context, AiEndpoint endpoint)
    {
        if (config.Rollout.Alarms is not { } alarms)
        {
            return;
        }

        var channels = GcpNews.Add(context);
        if (alarms.ErrorPercent is { } percent)
        {
            var limit = percent.ToString(CultureInfo.InvariantCulture);
            Policy("errors", $"More than {limit} percent of the requests to {context.Name} fail", Output.Format(
                $"100 * sum(rate({Metric("error_count")}{{endpoint_id=\"{endpoint.Name}\"}}[5m])) / sum(rate({Metric("prediction_count")}{{endpoint_id=\"{endpoint.Name}\"}}[5m])) > {limit}"));
        }

        if (alarms.LatencyMs is { } milliseconds)
        {
            var limit = milliseconds.ToString(CultureInfo.InvariantCulture);
            Policy("latency", $"The slowest hundredth of the requests to {context.Name} takes more than {limit} ms", Output.Format(
                $"histogram_quantile(0.99, sum by (le) (rate({Metric("prediction_latencies")}_bucket{{endpoint_id=\"{endpoint.Name}\"}}[5m]))) > {limit}"));
        }

        void Policy(string what, string text, Input<string> query) => context.Scope.Add(new AlertPolicy($"{context.Name}-{what}", new ResourceOptions { DependsOn = [context.Expansion.Foundations.Gcp.Api("monitoring")] })
        {
            DisplayName = $"{context.Name}-{what} of {context.Stack.Name}",
            Combiner = "OR",
            Severity = "CRITICAL",
            Conditions =
            [
                new AlertPolicyConditionArgs
                {
                    DisplayName = text,
                    ConditionPrometheusQueryLanguage = new AlertPolicyConditionConditionPrometheusQueryLanguageArgs { Query = query, Duration = "300s", EvaluationInterval = "60s" },
                },
            ],
            Documentation = new AlertPolicyDocumentationArgs { Content = $"{text}. Take the new model's share away in the stack file of {context.Stack.Name}, and run the deploy step.", MimeType = "text/markdown" },
            NotificationChannels = channels,
        });
    }

    private static string Metric(string name) => $"aiplatform_googleapis_com:prediction_online_{name}";
}
