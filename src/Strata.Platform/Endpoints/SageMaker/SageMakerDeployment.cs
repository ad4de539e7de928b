using Strata.Aws.CloudWatch;
using Strata.Aws.Sagemaker.Inputs;

namespace Strata.Platform.Endpoints;

/// <summary>How SageMaker moves an endpoint to new models, and when it goes back.</summary>
internal static class SageMakerDeployment
{
    /// <summary>The longest that a whole deployment may take, in seconds: eight hours, the most there is.</summary>
    private const int LongestUpdate = 28_800;

    /// <summary>Null where the service moves at once: serverless endpoints, several variants, and a single machine that nothing watches.</summary>
    public static EndpointDeploymentConfigArgs? Of(SageMakerEndpoint config, RolloutStrategy strategy, IReadOnlyList<MetricAlarm> alarms) => strategy switch
    {
        RolloutStrategy.Canary => new() { BlueGreenUpdatePolicy = BlueGreen(config.Rollout, Canary(config.Rollout)), AutoRollbackConfiguration = Rollback(alarms) },
        RolloutStrategy.BlueGreen => new() { BlueGreenUpdatePolicy = BlueGreen(config.Rollout, AllAtOnce), AutoRollbackConfiguration = Rollback(alarms) },
        RolloutStrategy.Rolling when !SageMakerRules.IsServerless(config) && config.Min <= 1 && (alarms.Count > 0 || config.Rollout.IsSet(nameof(Rollout.Interval))) =>
            new() { BlueGreenUpdatePolicy = BlueGreen(config.Rollout, AllAtOnce), AutoRollbackConfiguration = Rollback(alarms) },
        RolloutStrategy.Rolling when config.Min > 1 => new() { RollingUpdatePolicy = Rolling(config.Rollout), AutoRollbackConfiguration = Rollback(alarms) },
        _ => null,
    };

    private static EndpointDeploymentConfigBlueGreenUpdatePolicyArgs BlueGreen(Rollout rollout, EndpointDeploymentConfigBlueGreenUpdatePolicyTrafficRoutingConfigurationArgs routing) => new()
    {
        TrafficRoutingConfiguration = routing,
        TerminationWaitInSeconds = Seconds(rollout),
        MaximumExecutionTimeoutInSeconds = LongestUpdate,
    };

    private static EndpointDeploymentConfigBlueGreenUpdatePolicyTrafficRoutingConfigurationArgs AllAtOnce => new() { Type = "ALL_AT_ONCE", WaitIntervalInSeconds = 0 };

    private static EndpointDeploymentConfigBlueGreenUpdatePolicyTrafficRoutingConfigurationArgs Canary(Rollout rollout) => rollout.Steps == 1
        ? new()
        {
            Type = "CANARY",
            WaitIntervalInSeconds = Seconds(rollout),
            CanarySize = new EndpointDeploymentConfigBlueGreenUpdatePolicyTrafficRoutingConfigurationCanarySizeArgs { Type = "CAPACITY_PERCENT", Value = rollout.Percent },
        }
        : new()
        {
            Type = "LINEAR",
            WaitIntervalInSeconds = Seconds(rollout),
            LinearStepSize = new EndpointDeploymentConfigBlueGreenUpdatePolicyTrafficRoutingConfigurationLinearStepSizeArgs { Type = "CAPACITY_PERCENT", Value = (99 + rollout.Steps) / rollout.Steps },
        };

    private static EndpointDeploymentConfigRollingUpdatePolicyArgs Rolling(Rollout rollout) => new()
    {
        MaximumBatchSize = new EndpointDeploymentConfigRollingUpdatePolicyMaximumBatchSizeArgs { Type = "CAPACITY_PERCENT", Value = rollout.IsSet(nameof(rollout.Percent)) ? rollout.Percent : 50 },
        WaitIntervalInSeconds = Seconds(rollout),
        MaximumExecutionTimeoutInSeconds = LongestUpdate,
    };

    private static EndpointDeploymentConfigAutoRollbackConfigurationArgs? Rollback(IReadOnlyList<MetricAlarm> alarms) =>
        alarms.Count == 0 ? null : new() { Alarms = [.. alarms.Select(alarm => new EndpointDeploymentConfigAutoRollbackConfigurationAlarmArgs { AlarmName = alarm.Name })] };

    /// <summary>SageMaker waits an hour at most between steps.</summary>
    private static int Seconds(Rollout rollout) => (int)Math.Clamp(rollout.Interval.Seconds, 0, 3600);
}
