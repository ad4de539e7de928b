using Strata.Graph;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Batch.V1.Inputs;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>
/// Batch scoring as a cron job whose pods share the work by their number: pod <c>JOB_COMPLETION_INDEX</c> of <c>PARALLELISM</c> takes
/// its part of <c>INPUT_URI</c> and writes to <c>OUTPUT_URI</c>. Without a schedule it is suspended, for whoever starts a job from it.
/// </summary>
internal static class KubernetesScoring
{
    private static readonly string[] Schemes = ["s3", "gs"];

    /// <summary>Never comes by itself: of a suspended cron job it is only what the form asks for.</summary>
    private const string NoSchedule = "0 0 1 1 *";

    public static EndpointHandle Expand(KubernetesEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, Replica replica, ModelFiles? model)
    {
        if (config is not { Input: { } input, Output: { } output })
        {
            throw new ExpansionStoppedException();
        }

        var from = ModelFiles.Of(context, config, input, nameof(config.Input), RolloutTable.Kubernetes, AccessLevel.Read, Schemes);
        var to = ModelFiles.Of(context, config, output, nameof(config.Output), RolloutTable.Kubernetes, AccessLevel.Write, Schemes);
        var identity = PodIdentity.Add(context, cluster, space, context.Name, ModelFiles.RightsFor([.. model is null ? Array.Empty<ModelFiles>() : [model], from, to]));
        var name = KubernetesNames.CronJob.Make(context.Name);
        context.Scope.Add(new CronJob($"{context.Name}-job", new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Spec = new CronJobSpecArgs
            {
                Schedule = config.Schedule?.Text ?? NoSchedule,
                TimeZone = "Etc/UTC",
                Suspend = config.Schedule is null,
                ConcurrencyPolicy = "Forbid",
                StartingDeadlineSeconds = 3600,
                SuccessfulJobsHistoryLimit = 3,
                FailedJobsHistoryLimit = 3,
                JobTemplate = new JobTemplateSpecArgs
                {
                    Spec = new JobSpecArgs
                    {
                        CompletionMode = "Indexed",
                        Completions = config.Parallelism,
                        Parallelism = config.Parallelism,
                        BackoffLimit = 2 * config.Parallelism,
                        TtlSecondsAfterFinished = 7 * 24 * 60 * 60,
                        Template = Pod(config, context, replica, identity, [KubernetesJob.Variable("INPUT_URI", from.Uri), KubernetesJob.Variable("OUTPUT_URI", to.Uri)], model),
                    },
                },
            },
        });
        return new KubernetesEndpointHandle(space.Name, [name]);
    }

    private static PodTemplateSpecArgs Pod(KubernetesEndpoint config, ComponentContext context, Replica replica, PodIdentity identity, IReadOnlyList<EnvVarArgs> places, ModelFiles? model) => new()
    {
        Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, context.Name) },
        Spec = new PodSpecArgs
        {
            RestartPolicy = "Never",
            ServiceAccountName = identity.Account,
            NodeSelector = replica.NodeSelector,
            Tolerations = replica.Tolerations,
            SecurityContext = ServerPod.Security,
            Volumes = [ServerPod.Scratch],
            Containers =
            [
                new ContainerArgs
                {
                    Name = "score",
                    Image = ServingImage.Of(context, config.Image!, config.SpanOf(nameof(config.Image)), byPods: true),
                    Command = config.Command.Count == 0 ? null : [.. config.Command],
                    Env = [.. ServerPod.Environment(config, identity, model), .. places, KubernetesJob.Variable("PARALLELISM", FormattableString.Invariant($"{config.Parallelism}"))],
                    Resources = replica.Resources,
                    SecurityContext = ServerPod.Container,
                    VolumeMounts = [ServerPod.ScratchMount],
                },
            ],
        },
    };
}
