using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>One of the servers of Kubeflow Pipelines: a deployment without root's powers, and a service where others call it.</summary>
internal sealed record KubeflowServer
{
    /// <summary>The deployment's name, and the service's unless <see cref="Service"/> says another.</summary>
    public required string Name { get; init; }

    /// <summary>The image's key in the catalog.</summary>
    public required string Image { get; init; }

    public int Replicas { get; init; } = 1;

    /// <summary>What it runs as; null for a server that has nothing to ask the cluster.</summary>
    public string? Account { get; init; }

    /// <summary>Of the token that tells the API server who asks: the file's name below <c>/var/run/secrets/kubeflow/tokens</c>.</summary>
    public string? Token { get; init; }

    public string? Service { get; init; }

    /// <summary>The ports that others call, the service's first: <c>(http, 80, 3000)</c>. Nobody calls it when empty.</summary>
    public IReadOnlyList<(string Name, int Port, int Container)> Ports { get; init; } = [];

    public string[] Command { get; init; } = [];

    public string[] Args { get; init; } = [];

    public IReadOnlyList<EnvVarArgs> Environment { get; init; } = [];

    /// <summary>A config map, and where its files are wanted.</summary>
    public (string Map, string Folder)? Files { get; init; }

    public ProbeArgs? Ready { get; init; }

    public ProbeArgs? Lives { get; init; }

    public ProbeArgs? Starts { get; init; }

    /// <summary>The one kind of processor that the image is for; null for all.</summary>
    public string? Architecture { get; init; }

    public (string Cpu, string Memory, string MostMemory) Needs { get; init; } = ("50m", "128Mi", "512Mi");

    /// <returns>What those who call it wait for.</returns>
    public Resource Add(ComponentContext context, NamespaceHandle space, IReadOnlyList<Resource> after)
    {
        var (stack, scope) = (context.Stack, context.Scope);
        var deployment = scope.Add(new Deployment($"{context.Name}-{Name}", new ResourceOptions { DependsOn = [space.Resource, .. after] })
        {
            Metadata = KubernetesObject.Meta(stack, Name, Name, space.Name),
            Spec = new DeploymentSpecArgs
            {
                Replicas = Replicas,
                Selector = new() { MatchLabels = KubernetesObject.Selector(stack, Name) },
                Template = new PodTemplateSpecArgs { Metadata = new() { Labels = KubernetesObject.Labels(stack, Name) }, Spec = Pod },
            },
        });
        if (Ports.Count == 0)
        {
            return deployment;
        }

        // After the pods: the engine waits for a service until some answer, for ten minutes at most.
        var called = Service ?? Name;
        return scope.Add(new Service($"{context.Name}-{called}", new ResourceOptions { DependsOn = [deployment] })
        {
            Metadata = KubernetesObject.Meta(stack, Name, called, space.Name),
            Spec = new ServiceSpecArgs
            {
                Selector = KubernetesObject.Selector(stack, Name),
                Ports = [.. Ports.Select(port => new ServicePortArgs { Name = port.Name, Port = port.Port, TargetPort = port.Name })],
            },
        });
    }

    private PodSpecArgs Pod => new()
    {
        ServiceAccountName = Account,
        AutomountServiceAccountToken = Account is not null,

        // Its own settings have the form of what Kubernetes would tell it of services of the same names.
        EnableServiceLinks = false,
        NodeSelector = Architecture is null ? null : new() { ["kubernetes.io/arch"] = Architecture },
        SecurityContext = new PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 1000, RunAsGroup = 0, FsGroup = 1000, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
        Containers =
        [
            new ContainerArgs
            {
                Name = Name,
                Image = ContainerImages.Get(Image).Reference,
                Command = Command.Length == 0 ? null : [.. Command],
                Args = Args.Length == 0 ? null : [.. Args],
                Env = Environment.Count == 0 ? null : [.. Environment],
                Ports = Ports.Count == 0 ? null : [.. Ports.Select(port => new ContainerPortArgs { Name = port.Name, ContainerPort = port.Container })],
                ReadinessProbe = Ready,
                LivenessProbe = Lives,
                StartupProbe = Starts,
                Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = Needs.Cpu, ["memory"] = Needs.Memory }, Limits = new() { ["memory"] = Needs.MostMemory } },
                SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } },
                VolumeMounts = Files is null && Token is null ? null : [.. Mounts],
            },
        ],
        Volumes = Files is null && Token is null ? null : [.. Volumes],
    };

    private IEnumerable<VolumeMountArgs> Mounts =>
    [
        .. Files is { } files ? (VolumeMountArgs[])[new VolumeMountArgs { Name = "files", MountPath = files.Folder, ReadOnly = true }] : [],
        .. Token is null ? (VolumeMountArgs[])[] : [new VolumeMountArgs { Name = "token", MountPath = "/var/run/secrets/kubeflow/tokens", ReadOnly = true }],
    ];

    private IEnumerable<VolumeArgs> Volumes =>
    [
        .. Files is { } files ? (VolumeArgs[])[new VolumeArgs { Name = "files", ConfigMap = new ConfigMapVolumeSourceArgs { Name = files.Map } }] : [],
        .. Token is null ? (VolumeArgs[])[] :
        [
            new VolumeArgs
            {
                Name = "token",
                Projected = new ProjectedVolumeSourceArgs
                {
                    Sources = [new VolumeProjectionArgs { ServiceAccountToken = new ServiceAccountTokenProjectionArgs { Path = Token, ExpirationSeconds = 3600, Audience = "pipelines.kubeflow.org" } }],
                },
            },
        ],
    ];

    public static ProbeArgs Http(string path, string port) => new() { HttpGet = new HTTPGetActionArgs { Path = path, Port = port }, PeriodSeconds = 10, TimeoutSeconds = 2 };

    public static ProbeArgs Tcp(string port) => new() { TcpSocket = new TCPSocketActionArgs { Port = port }, PeriodSeconds = 10 };
}
