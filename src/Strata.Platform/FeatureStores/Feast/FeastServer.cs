using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Meta.V1.Inputs;
using Strata.Kubernetes.Policy.V1;
using Strata.Kubernetes.Policy.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.FeatureStores;

/// <summary>The server that looks features up while a model answers.</summary>
internal static class FeastServer
{
    private const int Port = 6566;
    public const string Folder = "/feast";

    public static void Add(
        FeastConfig config, ComponentContext context, NamespaceHandle space, PodIdentity identity, Output<string> repository, IReadOnlyList<EnvVarArgs> environment, IReadOnlyList<Resource> ready)
    {
        var settings = context.Scope.Add(new ConfigMap($"{context.Name}-settings", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{context.Name}-settings", space.Name),
            Data = new() { ["feature_store.yaml"] = repository },
        });
        IReadOnlyList<Resource> after = [settings, .. identity.Ready, .. ready];
        IReadOnlyList<EnvVarArgs> variables = [.. identity.Environment, .. environment];
        AddServer(context, space, identity, variables, after);
        FeastMaterialization.Add(config, context, space, identity, variables, after);
    }

    private static void AddServer(ComponentContext context, NamespaceHandle space, PodIdentity identity, IReadOnlyList<EnvVarArgs> environment, IReadOnlyList<Resource> after)
    {
        var selector = KubernetesObject.Selector(context.Stack, context.Name);
        var container = Container(context, "server", ["feast", "-c", Folder, "serve", "-h", "0.0.0.0", "-p", "6566"], environment, isServer: true);

        // Until features are applied for the first time there is no registry, and the server is not ready.
        context.Scope.Add(new Deployment(context.Name, new ResourceOptions { DependsOn = after })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, context.Name, space.Name, new() { ["pulumi.com/skipAwait"] = "true" }),
            Spec = new DeploymentSpecArgs
            {
                Replicas = context.IsProd ? 2 : 1,
                Selector = new LabelSelectorArgs { MatchLabels = selector },
                Template = new PodTemplateSpecArgs { Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, context.Name) }, Spec = Pod(context, identity, container) },
            },
        });
        context.Scope.Add(new Service(context.Name, new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, context.Name, space.Name),
            Spec = new ServiceSpecArgs { Selector = selector, Ports = [new ServicePortArgs { Name = "http", Port = 80, TargetPort = Port }] },
        });
        if (context.IsProd)
        {
            context.Scope.Add(new PodDisruptionBudget(context.Name, new ResourceOptions { DependsOn = [space.Resource] })
            {
                Metadata = KubernetesObject.Meta(context.Stack, context.Name, context.Name, space.Name),
                Spec = new PodDisruptionBudgetSpecArgs { MinAvailable = 1, Selector = new LabelSelectorArgs { MatchLabels = selector } },
            });
        }
    }

    public static PodSpecArgs Pod(ComponentContext context, PodIdentity identity, ContainerArgs container, string? restart = null) => new()
    {
        RestartPolicy = restart,
        ServiceAccountName = identity.Account,
        SecurityContext = new PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 1000, RunAsGroup = 1000, FsGroup = 1000, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
        Containers = [container],
        Volumes =
        [
            new VolumeArgs { Name = "settings", ConfigMap = new ConfigMapVolumeSourceArgs { Name = $"{context.Name}-settings" } },
            new VolumeArgs { Name = "tmp", EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = "1Gi" } },
        ],
    };

    public static ContainerArgs Container(ComponentContext context, string name, InputList<string> command, IReadOnlyList<EnvVarArgs> environment, bool isServer = false) => new()
    {
        Name = name,
        Ports = isServer ? [new ContainerPortArgs { Name = "http", ContainerPort = Port }] : null,
        ReadinessProbe = isServer ? new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/health", Port = Port }, PeriodSeconds = 10 } : null,
        Image = ContainerImages.Get("feast-feature-server").Reference,
        Command = command,
        Env = [.. environment],
        Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = context.IsProd ? "500m" : "100m", ["memory"] = "1Gi" }, Limits = new() { ["memory"] = "2Gi" } },
        SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } },
        VolumeMounts = [new VolumeMountArgs { Name = "settings", MountPath = Folder, ReadOnly = true }, new VolumeMountArgs { Name = "tmp", MountPath = "/tmp" }],
    };
}
