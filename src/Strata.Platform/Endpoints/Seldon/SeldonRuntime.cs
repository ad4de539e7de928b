using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>Scheduler and proxy of one namespace. What only pipelines need, and Kafka for it, is left out; so is the reporting to Seldon.</summary>
internal static class SeldonRuntime
{
    public static Resource Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        var chart = HelmCharts.Get("seldon-core-v2-runtime");
        return HelmInstall.Add(context.Scope, context.Stack, cluster, chart, $"{context.Name}-runtime", "seldon-runtime", space.Name, Values(context.IsProd), new ResourceOptions
        {
            DependsOn = [space.Resource, .. cluster.Operators?.After(ClusterOperator.Seldon) ?? []],
        });
    }

    /// <summary>In the chart's terms (SeldonIO/seldon-core: k8s/helm-charts/seldon-core-v2-runtime/values.yaml of v2.10).</summary>
    private static ValueMap Values(bool isProd) => new()
    {
        ["hodometer"] = new ValueMap { ["disable"] = true },
        ["dataflow"] = new ValueMap { ["disable"] = true },
        ["modelgateway"] = new ValueMap { ["disable"] = true },
        ["pipelinegateway"] = new ValueMap { ["disable"] = true },
        ["scheduler"] = new ValueMap { ["serviceType"] = "ClusterIP" },
        ["envoy"] = new ValueMap { ["serviceType"] = "ClusterIP", ["replicas"] = isProd ? 2 : 1 },
        ["config"] = new ValueMap
        {
            ["serviceConfig"] = new ValueMap { ["serviceType"] = "ClusterIP" },
            ["tracingConfig"] = new ValueMap { ["disable"] = true },
        },
    };
}
