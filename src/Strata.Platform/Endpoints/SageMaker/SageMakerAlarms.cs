using Strata.Aws.CloudWatch;
using Strata.Aws.CloudWatch.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Endpoints;

/// <summary>What takes an endpoint back to its old model. The alarms are there before the endpoint, which names them.</summary>
internal static class SageMakerAlarms
{
    private const int Minute = 60;

    public static IReadOnlyList<MetricAlarm> Add(SageMakerEndpoint config, ComponentContext context, string endpoint, Track track)
    {
        if (config.Rollout.Alarms is not { } alarms)
        {
            return [];
        }

        var of = new Dictionary<string, string> { ["EndpointName"] = endpoint, ["VariantName"] = SageMakerConfiguration.VariantOf(track) };
        var added = new List<MetricAlarm>();
        if (alarms.ErrorPercent is { } percent)
        {
            added.Add(context.Scope.Add(new MetricAlarm($"{context.Name}-errors")
            {
                Name = context.Named(AwsNames.Alarm, "errors"),
                AlarmDescription = $"More than {percent.ToString(System.Globalization.CultureInfo.InvariantCulture)} percent of the requests to {context.Name} fail",
                ComparisonOperator = "GreaterThanThreshold",
                Threshold = percent,
                EvaluationPeriods = 3,
                DatapointsToAlarm = 2,
                TreatMissingData = "notBreaching",
                MetricQueries =
                [
                    new MetricAlarmMetricQueryArgs { Id = "percent", Expression = "100 * errors / all", Label = "Failed requests in percent", ReturnData = true },
                    Query("errors", "Invocation5XXErrors", of),
                    Query("all", "Invocations", of),
                ],
            }));
        }

        if (alarms.LatencyMs is { } milliseconds)
        {
            added.Add(context.Scope.Add(new MetricAlarm($"{context.Name}-latency")
            {
                Name = context.Named(AwsNames.Alarm, "latency"),
                AlarmDescription = FormattableString.Invariant($"The slowest hundredth of the requests to {context.Name} takes more than {milliseconds} ms"),
                Namespace = "AWS/SageMaker",
                MetricName = "ModelLatency",
                Dimensions = of,
                ExtendedStatistic = "p99",
                Period = Minute,
                ComparisonOperator = "GreaterThanThreshold",

                // CloudWatch has it in microseconds.
                Threshold = milliseconds * 1000.0,
                EvaluationPeriods = 3,
                DatapointsToAlarm = 2,
                TreatMissingData = "notBreaching",
            }));
        }

        return added;
    }

    private static MetricAlarmMetricQueryArgs Query(string id, string metric, Dictionary<string, string> of) => new()
    {
        Id = id,
        Metric = new MetricAlarmMetricQueryMetricArgs { Namespace = "AWS/SageMaker", MetricName = metric, Dimensions = of, Period = Minute, Stat = "Sum" },
        ReturnData = false,
    };
}
