using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>A Ray cluster: a head that works on nothing, and workers of one replica each.</summary>
internal static class RayCluster
{
    /// <summary>Room in the machine's memory that workers pass objects through.</summary>
    private const string SharedMemory = "/dev/shm";

    public static ValueMap Of(RayEndpoint config, ComponentContext context, Replica replica, PodIdentity identity, Input<string> image, IReadOnlyList<EnvVarArgs> environment)
    {
        var isOnline = config.Mode == EndpointMode.Online;
        var least = isOnline ? config.Min : config.Parallelism;
        var grows = isOnline && config.Max > config.Min;
        return new()
        {
            ["rayVersion"] = config.RayVersion,
            ["enableInTreeAutoscaling"] = grows,
            ["autoscalerOptions"] = grows ? (Value)new ValueMap
            {
                ["version"] = "v2",
                ["idleTimeoutSeconds"] = 300,
                ["resources"] = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = "200m", ["memory"] = "512Mi" }, Limits = new() { ["memory"] = "512Mi" } },
            } : null,
            ["headGroupSpec"] = new ValueMap
            {
                // With no processors of its own it gets no replica to run.
                ["rayStartParams"] = new ValueMap { ["num-cpus"] = "0", ["dashboard-host"] = "0.0.0.0" },
                ["template"] = Pod(context, identity, "ray-head", image, environment, Head, null),
            },
            ["workerGroupSpecs"] = Value.List(new ValueMap
            {
                ["groupName"] = "workers",
                ["replicas"] = least,
                ["minReplicas"] = least,
                ["maxReplicas"] = isOnline ? config.Max : config.Parallelism,
                ["rayStartParams"] = new ValueMap(),
                ["template"] = Pod(context, identity, "ray-worker", image, environment, replica.Resources, replica),
            }),
        };
    }

    /// <summary>What the program is told: the model, where storage is, and what the file says.</summary>
    public static IReadOnlyList<EnvVarArgs> Environment(RayEndpoint config, PodIdentity identity, ModelFiles? model) =>
    [
        .. model is null ? Array.Empty<EnvVarArgs>() : [KubernetesJob.Variable("MODEL_URI", model.Uri)],
        .. identity.Environment,
        .. config.Environment.Select(variable => KubernetesJob.Variable(variable.Key, variable.Value)),
    ];

    private static ResourceRequirementsArgs Head => new() { Requests = new() { ["cpu"] = "1", ["memory"] = "4Gi" }, Limits = new() { ["memory"] = "4Gi" } };

    private static PodTemplateSpecArgs Pod(
        ComponentContext context, PodIdentity identity, string container, Input<string> image, IReadOnlyList<EnvVarArgs> environment, ResourceRequirementsArgs resources, Replica? replica) => new()
    {
        Metadata = new() { Labels = Labels(context) },
        Spec = new PodSpecArgs
        {
            ServiceAccountName = identity.Account,
            NodeSelector = replica?.NodeSelector,
            Tolerations = replica?.Tolerations,
            SecurityContext = ServerPod.Security,
            Volumes = [new VolumeArgs { Name = "shared-memory", EmptyDir = new EmptyDirVolumeSourceArgs { Medium = "Memory" } }],
            Containers =
            [
                new ContainerArgs
                {
                    Name = container,
                    Image = image,
                    Env = environment.Count == 0 ? null : [.. environment],
                    Resources = resources,
                    SecurityContext = ServerPod.Container,
                    VolumeMounts = [new VolumeMountArgs { Name = "shared-memory", MountPath = SharedMemory }],
                },
            ],
        },
    };

    private static InputMap<string> Labels(ComponentContext context)
    {
        var labels = KubernetesObject.Labels(context.Stack, context.Name);
        labels[PodDoor.Label] = context.Name;
        return labels;
    }
}
