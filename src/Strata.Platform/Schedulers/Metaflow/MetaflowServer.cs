using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The metadata service on a cluster. Only its own namespace and the team's reach it.</summary>
internal static class MetaflowServer
{
    private const string Name = "metaflow-service";

    /// <returns>The Kubernetes service's name.</returns>
    public static string Add(ComponentContext context, NamespaceHandle space, ClusterDatabase database)
    {
        var serve = Container("service", MetaflowService.Serve, database, port: true);
        context.Scope.Add(new Deployment($"{context.Name}-service", new ResourceOptions { DependsOn = [space.Resource, .. database.Ready] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, Name, Name, space.Name),
            Spec = new DeploymentSpecArgs
            {
                Replicas = context.IsProd ? 2 : 1,
                Selector = new() { MatchLabels = KubernetesObject.Selector(context.Stack, Name) },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, Name) },
                    Spec = new PodSpecArgs
                    {
                        AutomountServiceAccountToken = false,

                        // As root, without any of root's powers: the image keeps its programs in root's home.
                        SecurityContext = new PodSecurityContextArgs { SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
                        InitContainers = [Container("migrate", MetaflowService.Migrate, database, port: false)],
                        Containers = [serve],
                    },
                },
            },
        });
        context.Scope.Add(new Service($"{context.Name}-service", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, Name, Name, space.Name),
            Spec = new ServiceSpecArgs
            {
                Selector = KubernetesObject.Selector(context.Stack, Name),
                Ports = [new ServicePortArgs { Name = "http", Port = MetaflowService.Port, TargetPort = "http" }],
            },
        });
        return Name;
    }

    private static ContainerArgs Container(string name, string[] command, ClusterDatabase database, bool port) => new()
    {
        Name = name,
        Image = MetaflowService.Image,
        Command = command,
        Env =
        [
            .. MetaflowService.Environment(database.Host, database.Name).Select(variable => KubernetesJob.Variable(variable.Key, variable.Value)),
            KubernetesJob.FromSecret("MF_METADATA_DB_USER", database.Secret, "username"),
            KubernetesJob.FromSecret("MF_METADATA_DB_PSWD", database.Secret, "password"),
        ],
        Ports = port ? [new ContainerPortArgs { Name = "http", ContainerPort = MetaflowService.Port }] : null,
        ReadinessProbe = port ? Probe() : null,
        LivenessProbe = port ? Probe() : null,
        Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = "100m", ["memory"] = "256Mi" }, Limits = new() { ["memory"] = "512Mi" } },
        SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } },
    };

    private static ProbeArgs Probe() => new() { HttpGet = new HTTPGetActionArgs { Path = MetaflowService.Health, Port = "http" }, InitialDelaySeconds = 10, PeriodSeconds = 10 };
}
