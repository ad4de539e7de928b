using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Meta.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.FeatureStores;

/// <summary>An online store in the team's namespace: Valkey, which speaks Redis, with a disk and a password made in the cluster.</summary>
internal static class ClusterRedis
{
    public static FeastOnlineStore Add(FeastConfig config, ComponentContext context, NamespaceHandle space)
    {
        var name = $"{context.Name}-redis";
        var password = new GeneratedSecret { Name = name, LivesIn = space with { Scope = context.Scope }, RunsIn = space with { Scope = context.Scope }, Keys = new Dictionary<string, int> { ["password"] = 32 } }.Add(context.Stack, [], []);
        context.Scope.Add(new Service(name, new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
            Spec = new ServiceSpecArgs { Selector = KubernetesObject.Selector(context.Stack, name), Ports = [new ServicePortArgs { Name = "redis", Port = 6379 }] },
        });
        var server = context.Scope.Add(new StatefulSet(name, context.HoldsData with { DependsOn = [password] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
            Spec = new StatefulSetSpecArgs
            {
                Replicas = 1,
                ServiceName = name,
                Selector = new LabelSelectorArgs { MatchLabels = KubernetesObject.Selector(context.Stack, name) },
                Template = new PodTemplateSpecArgs { Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, name) }, Spec = Pod(config, name) },
                VolumeClaimTemplates =
                [
                    new PersistentVolumeClaimArgs
                    {
                        Metadata = new() { Name = "data" },
                        Spec = new PersistentVolumeClaimSpecArgs
                        {
                            AccessModes = ["ReadWriteOnce"],
                            Resources = new VolumeResourceRequirementsArgs { Requests = new() { ["storage"] = FormattableString.Invariant($"{config.OnlineSize.WholeGibibytes * 2}Gi") } },
                        },
                    },
                ],
            },
        });
        return new FeastOnlineStore(
            new() { ["type"] = "redis", ["connection_string"] = $"{name}.{space.Name}.svc:6379,password=${{REDIS_PASSWORD}}" },
            [KubernetesJob.FromSecret("REDIS_PASSWORD", name, "password")],
            [server]);
    }

    private static PodSpecArgs Pod(FeastConfig config, string secret) => new()
    {
        AutomountServiceAccountToken = false,
        SecurityContext = new PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 999, RunAsGroup = 999, FsGroup = 999, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
        Containers =
        [
            new ContainerArgs
            {
                Name = "valkey",
                Image = ContainerImages.Get("valkey").Reference,
                Command = ["/bin/sh", "-ec", "exec valkey-server --requirepass \"$PASSWORD\" --appendonly yes --dir /data --maxmemory \"$MEMORY\""],
                Env = [KubernetesJob.FromSecret("PASSWORD", secret, "password"), KubernetesJob.Variable("MEMORY", FormattableString.Invariant($"{config.OnlineSize.Bytes * 8 / 10}"))],
                Ports = [new ContainerPortArgs { Name = "redis", ContainerPort = 6379 }],
                Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = "100m", ["memory"] = config.OnlineSize.ToString() }, Limits = new() { ["memory"] = config.OnlineSize.ToString() } },
                SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } },
                VolumeMounts = [new VolumeMountArgs { Name = "data", MountPath = "/data" }],
                ReadinessProbe = new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = 6379 }, PeriodSeconds = 10 },
            },
        ],
    };
}
