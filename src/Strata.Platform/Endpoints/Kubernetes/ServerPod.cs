using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>The pods of a server of the team's own, with little power. They find the model by <c>MODEL_URI</c>.</summary>
internal static class ServerPod
{
    /// <summary>A pod that answers requests, spread over machines and zones.</summary>
    public static PodTemplateSpecArgs Of(KubernetesEndpoint config, ComponentContext context, Replica replica, PodIdentity identity, Track track, string name, ModelFiles? model)
    {
        var labels = KubernetesObject.Labels(context.Stack, name);
        labels[PodDoor.Label] = context.Name;
        return new PodTemplateSpecArgs
        {
            Metadata = new() { Labels = labels },
            Spec = new PodSpecArgs
            {
                ServiceAccountName = identity.Account,
                NodeSelector = replica.NodeSelector,
                Tolerations = replica.Tolerations,
                SecurityContext = Security,
                TerminationGracePeriodSeconds = 60,
                TopologySpreadConstraints = [Spread("topology.kubernetes.io/zone"), Spread("kubernetes.io/hostname")],
                Volumes = [Scratch],
                Containers =
                [
                    new ContainerArgs
                    {
                        Name = "server",
                        Image = ServingImage.Of(context, track.Image!, config.SpanOf(nameof(config.Image)), byPods: true),
                        Command = config.Command.Count == 0 ? null : [.. config.Command],
                        Env = [.. Environment(config, identity, model)],
                        Ports = [new ContainerPortArgs { Name = "http", ContainerPort = config.Port }],
                        Resources = replica.Resources,

                        // A model of some gigabytes takes minutes to load.
                        StartupProbe = new ProbeArgs { HttpGet = Health(), PeriodSeconds = 10, FailureThreshold = 90 },
                        ReadinessProbe = new ProbeArgs { HttpGet = Health(), PeriodSeconds = 5, TimeoutSeconds = 3 },
                        LivenessProbe = new ProbeArgs { HttpGet = Health(), PeriodSeconds = 20, TimeoutSeconds = 5, FailureThreshold = 6 },
                        SecurityContext = Container,
                        VolumeMounts = [ScratchMount],
                    },
                ],
            },
        };

        HTTPGetActionArgs Health() => new() { Path = config.Health, Port = "http" };

        TopologySpreadConstraintArgs Spread(string key) => new()
        {
            MaxSkew = 1,
            TopologyKey = key,
            WhenUnsatisfiable = "ScheduleAnyway",
            LabelSelector = new() { MatchLabels = KubernetesObject.Selector(context.Stack, name) },
        };
    }

    /// <summary>What the program is told: the model, where storage is, and what the file says.</summary>
    public static IEnumerable<EnvVarArgs> Environment(KubernetesEndpoint config, PodIdentity identity, ModelFiles? model) =>
    [
        .. model is null ? Array.Empty<EnvVarArgs>() : [KubernetesJob.Variable("MODEL_URI", model.Uri)],
        .. config.Mode == EndpointMode.Batch ? Array.Empty<EnvVarArgs>() : [KubernetesJob.Variable("PORT", FormattableString.Invariant($"{config.Port}"))],
        .. identity.Environment,
        .. config.Environment.Select(variable => KubernetesJob.Variable(variable.Key, variable.Value)),
    ];

    /// <summary>What the restricted Pod Security Standard asks of a pod; the image says which user it runs as.</summary>
    public static PodSecurityContextArgs Security => new() { RunAsNonRoot = true, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } };

    public static SecurityContextArgs Container => new() { AllowPrivilegeEscalation = false, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } };

    /// <summary>Room on the machine's disk for what is downloaded.</summary>
    public static VolumeArgs Scratch => new() { Name = "scratch", EmptyDir = new EmptyDirVolumeSourceArgs() };

    public static VolumeMountArgs ScratchMount => new() { Name = "scratch", MountPath = "/tmp" };
}
