using Strata.Graph;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Batch.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>
/// Batch scoring as a RayJob for each run: a cluster that stands for as long as the job does. A cron job makes it, by an account that
/// can do nothing else; without a schedule it is suspended, for whoever starts a job from it.
/// </summary>
internal static class RayScoring
{
    private static readonly string[] Schemes = ["s3", "gs"];

    /// <summary>Never comes by itself: of a suspended cron job it is only what the form asks for.</summary>
    private const string NoSchedule = "0 0 1 1 *";

    public static EndpointHandle Expand(RayEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, Replica replica, ModelFiles? model)
    {
        if (config is not { Input: { } input, Output: { } output })
        {
            throw new ExpansionStoppedException();
        }

        var from = ModelFiles.Of(context, config, input, nameof(config.Input), RolloutTable.Ray, AccessLevel.Read, Schemes);
        var to = ModelFiles.Of(context, config, output, nameof(config.Output), RolloutTable.Ray, AccessLevel.Write, Schemes);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, ModelFiles.RightsFor([.. model is null ? Array.Empty<ModelFiles>() : [model], from, to]));
        EnvVarArgs[] environment = [.. RayCluster.Environment(config, identity, model), KubernetesJob.Variable("INPUT_URI", from.Uri), KubernetesJob.Variable("OUTPUT_URI", to.Uri)];
        var image = ServingImage.Of(context, config.Image!, config.SpanOf(nameof(config.Image)), byPods: true);
        var job = context.Scope.Add(new ConfigMap($"{context.Name}-job", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{context.Name}-job", space.Name),
            Data = new() { ["job.json"] = Output.Json(Job(config, context, space, RayCluster.Of(config, context, replica, identity, image, environment))) },
        });
        var name = KubernetesNames.CronJob.Make(context.Name);
        var starter = Starter(context, space);
        context.Scope.Add(new CronJob($"{context.Name}-start", new ResourceOptions { DependsOn = [job, .. starter, .. identity.Ready, .. cluster.Operators?.After(ClusterOperator.Ray) ?? []] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Spec = new CronJobSpecArgs
            {
                Schedule = config.Schedule?.Text ?? NoSchedule,
                TimeZone = "Etc/UTC",
                Suspend = config.Schedule is null,
                ConcurrencyPolicy = "Forbid",
                StartingDeadlineSeconds = 3600,
                JobTemplate = new JobTemplateSpecArgs { Spec = new JobSpecArgs { BackoffLimit = 3, TtlSecondsAfterFinished = 24 * 60 * 60, Template = StartPod(context) } },
            },
        });
        return new RayHandle(space.Name, [name]);
    }

    private static ValueMap Job(RayEndpoint config, ComponentContext context, NamespaceHandle space, ValueMap cluster) => new()
    {
        ["apiVersion"] = "ray.io/v1",
        ["kind"] = "RayJob",
        ["metadata"] = new ValueMap { ["generateName"] = $"{context.Name}-", ["namespace"] = space.Name, ["labels"] = KubernetesObject.Labels(context.Stack, context.Name) },
        ["spec"] = new ValueMap
        {
            ["entrypoint"] = config.Entrypoint,
            ["submissionMode"] = "HTTPMode",
            ["shutdownAfterJobFinishes"] = true,
            ["ttlSecondsAfterFinished"] = 3600,
            ["backoffLimit"] = 2,
            ["rayClusterSpec"] = cluster,
        },
    };

    private static PodTemplateSpecArgs StartPod(ComponentContext context) => new()
    {
        Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, context.Name) },
        Spec = new PodSpecArgs
        {
            RestartPolicy = "Never",
            ServiceAccountName = $"{context.Name}-start",
            SecurityContext = new PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 1000, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
            Volumes = [new VolumeArgs { Name = "job", ConfigMap = new ConfigMapVolumeSourceArgs { Name = $"{context.Name}-job" } }],
            Containers =
            [
                new ContainerArgs
                {
                    Name = "start",
                    Image = ContainerImages.Get("kubectl").Reference,
                    Command = ["kubectl", "create", "--filename", "/job/job.json"],
                    Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = "50m", ["memory"] = "64Mi" }, Limits = new() { ["memory"] = "256Mi" } },
                    SecurityContext = ServerPod.Container,
                    VolumeMounts = [new VolumeMountArgs { Name = "job", MountPath = "/job", ReadOnly = true }],
                },
            ],
        },
    };

    /// <summary>An account that makes RayJobs, and nothing else.</summary>
    private static IReadOnlyList<Resource> Starter(ComponentContext context, NamespaceHandle space)
    {
        var called = $"{context.Name}-start";
        var after = new ResourceOptions { DependsOn = [space.Resource] };
        var account = context.Scope.Add(new ServiceAccount(called, after) { Metadata = KubernetesObject.Meta(context.Stack, context.Name, called, space.Name) });
        var role = context.Scope.Add(new Role(called, after)
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, called, space.Name),
            Rules = [new PolicyRuleArgs { ApiGroups = ["ray.io"], Resources = ["rayjobs"], Verbs = ["create"] }],
        });
        var binding = context.Scope.Add(new RoleBinding(called, new ResourceOptions { DependsOn = [role] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, called, space.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = called },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = called, Namespace = space.Name }],
        });
        return [account, binding];
    }
}
