using Strata.Aws.Sagemaker;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint on SageMaker: models and what they run on are replaced as a whole, and the endpoint keeps its name and moves to the new ones.</summary>
internal static class SageMakerServing
{
    public static EndpointHandle Expand(SageMakerEndpoint config, ComponentContext context)
    {
        var strategy = EndpointRules.Check(config, context, RolloutTable.SageMaker, ScalingMetric.Requests, ScalingMetric.Cpu);
        EndpointRules.Need(config, context, nameof(config.Image), config.Image, "SageMaker runs an image of ECR, the team's own or one of AWS' for its framework.", "images:1.0");
        SageMakerRules.Check(config, context, strategy);
        var tracks = Track.Of(config, strategy)
            .Select(track => (Track: track, Files: track.Model is { } model ? ModelFiles.Of(context, config, model, nameof(config.Model), RolloutTable.SageMaker, AccessLevel.Read, "s3") : null))
            .ToList();
        if (config.Mode == EndpointMode.Batch)
        {
            return SageMakerTransform.Expand(config, context, tracks[0]);
        }

        var kept = config.Async || config.Capture is not null
            ? ModelFiles.Of(context, config, $"endpoints/{context.Named(AwsNames.SageMaker)}", nameof(config.Store), RolloutTable.SageMaker, AccessLevel.Write, "s3")
            : null;
        var role = SageMakerRole.Add(context, [.. tracks.Select(one => one.Files).OfType<ModelFiles>(), .. kept is null ? Array.Empty<ModelFiles>() : [kept]]);
        var models = SageMakerModels.Add(config, context, role, inNetwork: !SageMakerRules.IsServerless(config), tracks);
        var configuration = SageMakerConfiguration.Add(config, context, [.. tracks.Select(one => one.Track).Zip(models)], kept);
        var name = context.Named(AwsNames.SageMaker);
        var alarms = SageMakerAlarms.Add(config, context, name, tracks[0].Track);
        var endpoint = context.Scope.Add(new Endpoint(context.Name, new ResourceOptions { DependsOn = [.. alarms] })
        {
            Name = name,
            EndpointConfigName = configuration.Name,
            DeploymentConfig = SageMakerDeployment.Of(config, strategy, alarms),
        });
        SageMakerScaling.Add(config, context, endpoint, [.. tracks.Select(one => one.Track).Where(track => !track.IsShadow)]);
        return new SageMakerHandle(endpoint.Name, endpoint.Arn, role.Arn)
        {
            Url = Output.Format($"https://runtime.sagemaker.{context.Expansion.Foundations.Aws.Region}.amazonaws.com/endpoints/{endpoint.Name}/{(config.Async ? "async-invocations" : "invocations")}"),
        };
    }
}
