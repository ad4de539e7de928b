using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>Tells people when a new model on a cluster is no good: a rule of Prometheus.</summary>
internal static class ClusterWatch
{
    public static void Add(ClusterEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        if (config.Rollout.Alarms is not { } alarms)
        {
            return;
        }

        foreach (var (property, isSet) in new[] { (nameof(alarms.ErrorPercent), alarms.ErrorPercent is not null), (nameof(alarms.LatencyMs), alarms.LatencyMs is not null) }.Where(one => one.Item2))
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                alarms.SpanOf(property), char.ToLowerInvariant(property[0]) + property[1..], "an endpoint on a cluster",
                "What counts its requests and failures is called differently by every server.", "Write the query to Prometheus yourself, in 'query'."));
        }

        if (alarms.Query is not { } query)
        {
            return;
        }

        if (!SharedClusters.Has(context.Expansion, cluster, ClusterOperator.Monitoring))
        {
            context.Diagnostics.Add(EndpointErrors.AlarmsNeedMonitoring(alarms.SpanOf(nameof(alarms.Query)), config.Name));
            return;
        }

        OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-rollout", "monitoring.coreos.com/v1:PrometheusRule", $"{context.Name}-rollout", space.Name, context.Name, new()
        {
            ["groups"] = Value.List(new ValueMap
            {
                ["name"] = $"{context.Name}-rollout",
                ["rules"] = Value.List(new ValueMap
                {
                    ["alert"] = "RolloutIsNoGood",
                    ["expr"] = query,
                    ["for"] = "5m",
                    ["labels"] = new ValueMap { ["severity"] = "critical", ["endpoint"] = context.Name, ["team"] = context.Stack.Config.Team },
                    ["annotations"] = new ValueMap { ["summary"] = $"The new model of {context.Name} is no good: take its requests away in the stack file of {context.Stack.Name}." },
                }),
            }),
        }, new ResourceOptions { DependsOn = [space.Resource, .. cluster.Operators?.After(ClusterOperator.Monitoring) ?? []] });
    }
}
