using Strata.Aws.AppAutoScaling;
using Strata.Aws.AppAutoScaling.Inputs;
using Strata.Aws.Sagemaker;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Endpoints;

/// <summary>Adds and removes machines of each variant. Serverless endpoints do that themselves.</summary>
internal static class SageMakerScaling
{
    private const string Dimension = "sagemaker:variant:DesiredInstanceCount";

    public static void Add(SageMakerEndpoint config, ComponentContext context, Endpoint endpoint, IReadOnlyList<Track> tracks)
    {
        if (SageMakerRules.IsServerless(config) || config.Max <= config.Min)
        {
            return;
        }

        foreach (var variant in tracks.Select(SageMakerConfiguration.VariantOf))
        {
            var target = context.Scope.Add(new Target($"{context.Name}-{variant}-machines")
            {
                ServiceNamespace = "sagemaker",
                ScalableDimension = Dimension,
                ResourceId = Output.Format($"endpoint/{endpoint.Name}/variant/{variant}"),
                MinCapacity = config.Min,
                MaxCapacity = config.Max,
            });
            context.Scope.Add(new Policy($"{context.Name}-{variant}-machines")
            {
                Name = context.Named(AwsNames.SageMaker, variant),
                PolicyType = "TargetTrackingScaling",
                ServiceNamespace = target.ServiceNamespace,
                ScalableDimension = target.ScalableDimension,
                ResourceId = target.ResourceId,
                TargetTrackingScalingPolicyConfiguration = config.Async ? ByBacklog(endpoint) : By(config.Scaling, endpoint, variant),
            });
        }
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationArgs By(Scaling? scaling, Endpoint endpoint, string variant) => new()
    {
        TargetValue = scaling?.Target ?? 1000,
        ScaleOutCooldown = 60,
        ScaleInCooldown = 300,
        PredefinedMetricSpecification = scaling is { Metric: ScalingMetric.Cpu } ? null : new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
        {
            PredefinedMetricType = "SageMakerVariantInvocationsPerInstance",
        },
        CustomizedMetricSpecification = scaling is { Metric: ScalingMetric.Cpu } ? Metric("/aws/sagemaker/Endpoints", "CPUUtilization", endpoint, variant) : null,
    };

    /// <summary>Requests that wait, for each machine; the one measure there is without machines.</summary>
    private static PolicyTargetTrackingScalingPolicyConfigurationArgs ByBacklog(Endpoint endpoint) => new()
    {
        TargetValue = 5,
        ScaleOutCooldown = 60,
        ScaleInCooldown = 600,
        CustomizedMetricSpecification = Metric("AWS/SageMaker", "ApproximateBacklogSizePerInstance", endpoint, null),
    };

    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs Metric(string space, string name, Endpoint endpoint, string? variant) => new()
    {
        Namespace = space,
        MetricName = name,
        Statistic = "Average",
        Dimensions =
        [
            new PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensionArgs { Name = "EndpointName", Value = endpoint.Name },
            .. variant is null ? Array.Empty<PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensionArgs>() : [new() { Name = "VariantName", Value = variant }],
        ],
    };
}
