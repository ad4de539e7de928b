using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Autoscaling.V2;
using Strata.Kubernetes.Autoscaling.V2.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Policy.V1;
using Strata.Kubernetes.Policy.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>The replicas of one model: a deployment, its service, what adds replicas and what keeps enough of them.</summary>
/// <param name="Name">Of the deployment and of the service, whose port is 80.</param>
internal sealed record KubernetesServer(Track Track, string Name, Resource Service)
{
    public static KubernetesServer Add(
        KubernetesEndpoint config, ComponentContext context, NamespaceHandle space, Replica replica, PodIdentity identity, Track track, ModelFiles? model)
    {
        var name = track.NameIn(context.Name);
        var selector = KubernetesObject.Selector(context.Stack, name);
        var deployment = context.Scope.Add(new Deployment($"{name}-server", new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready], IgnoreChanges = config.Max > config.Min ? ["spec.replicas"] : [] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
            Spec = new DeploymentSpecArgs
            {
                Replicas = config.Min,
                RevisionHistoryLimit = 5,
                Selector = new() { MatchLabels = selector },
                Strategy = new DeploymentStrategyArgs { Type = "RollingUpdate", RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = 0 } },
                Template = ServerPod.Of(config, context, replica, identity, track, name, model),
            },
        });
        var service = context.Scope.Add(new Service(name, new ResourceOptions { DependsOn = [deployment] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
            Spec = new ServiceSpecArgs { Type = "ClusterIP", Selector = selector, Ports = [new ServicePortArgs { Name = "http", Port = 80, TargetPort = "http", AppProtocol = "http" }] },
        });
        if (config.Max > config.Min)
        {
            context.Scope.Add(Autoscaler(config, context, space, name, deployment));
        }

        if (config.Min > 1)
        {
            context.Scope.Add(new PodDisruptionBudget($"{name}-budget", new ResourceOptions { DependsOn = [space.Resource] })
            {
                Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
                Spec = new PodDisruptionBudgetSpecArgs { MaxUnavailable = 1, Selector = new() { MatchLabels = selector }, UnhealthyPodEvictionPolicy = "AlwaysAllow" },
            });
        }

        return new KubernetesServer(track, name, service);
    }

    private static HorizontalPodAutoscaler Autoscaler(KubernetesEndpoint config, ComponentContext context, NamespaceHandle space, string name, Resource deployment) =>
        new($"{name}-replicas", new ResourceOptions { DependsOn = [deployment] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
            Spec = new HorizontalPodAutoscalerSpecArgs
            {
                ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = name },
                MinReplicas = config.Min,
                MaxReplicas = config.Max,
                Metrics =
                [
                    new MetricSpecArgs
                    {
                        Type = "Resource",
                        Resource = new ResourceMetricSourceArgs
                        {
                            Name = config.Scaling is { } scaling ? RolloutRules.Word(scaling.Metric) : "cpu",
                            Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = config.Scaling?.Target ?? 70 },
                        },
                    },
                ],
            },
        };
}
