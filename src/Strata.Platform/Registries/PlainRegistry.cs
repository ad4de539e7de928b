using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Networking.V1;
using Strata.Kubernetes.Networking.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Registries;

/// <summary>A registry as the CNCF's plain one: one server, one disk, one htpasswd file.</summary>
internal static class PlainRegistry
{
    private const string Name = "registry";
    private const string Passwords = "registry-htpasswd";
    private const string Tls = "registry-tls";
    private const string Config = "/etc/distribution/config.yml";

    public static ClusterRegistryHandle Expand(RegistryConfig config, ComponentContext context)
    {
        Check(config, context);
        var host = ClusterRegistry.HostOf(config, context);
        var cluster = context.ClusterFor(config, config.Cluster);
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name, letTeamIn: false);
        var passwords = ConfiguredSecret.Add(context, cluster, space, Passwords, "htpasswd", Output.ConfigSecret(config.Password!.Name));
        var certificate = ClusterRegistry.AddCertificate(context, cluster, space, host, Tls);
        var disk = context.Scope.Add(new PersistentVolumeClaim(context.Name, context.HoldsData with { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, Name, Name, space.Name, new() { ["pulumi.com/skipAwait"] = "true" }),
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = ["ReadWriteOnce"],
                Resources = new VolumeResourceRequirementsArgs { Requests = new() { ["storage"] = config.Size.ToString() } },
            },
        });
        var server = AddServer(context, space, [disk, .. passwords]);
        AddWayIn(context, ClusterRegistry.IngressClassOf(context, cluster), space, host, [server, certificate]);
        RegistryCleanup.Add(context, space, Name, server);
        return new ClusterRegistryHandle(config, RegistryImages.Of(config, context.Stack), host, "", ClusterRegistry.AddPullSecret(config, context, cluster, host));
    }

    private static Deployment AddServer(ComponentContext context, NamespaceHandle space, IReadOnlyList<Resource> after)
    {
        var image = ContainerImages.Get("registry").Reference;
        return context.Scope.Add(new Deployment(context.Name, new ResourceOptions { DependsOn = after })
        {
            Metadata = KubernetesObject.Meta(context.Stack, Name, Name, space.Name),
            Spec = new DeploymentSpecArgs
            {
                Replicas = 1,
                Selector = new() { MatchLabels = KubernetesObject.Selector(context.Stack, Name) },

                // One pod at a time mounts the disk, and nothing is pushed while the space of deleted images is freed.
                Strategy = new DeploymentStrategyArgs { Type = "Recreate" },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, Name) },
                    Spec = new PodSpecArgs
                    {
                        AutomountServiceAccountToken = false,
                        SecurityContext = new PodSecurityContextArgs
                        {
                            RunAsNonRoot = true,
                            RunAsUser = 1000,
                            FsGroup = 1000,
                            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
                        },
                        InitContainers =
                        [
                            Container("cleanup", image, [], ["/bin/sh", "-ec",
                                $"test ! -d /var/lib/registry/docker/registry/v2/repositories || registry garbage-collect --delete-untagged=true {Config}"]),
                        ],
                        Containers =
                        [
                            Container("registry", image,
                            [
                                KubernetesJob.Variable("REGISTRY_AUTH", "htpasswd"),
                                KubernetesJob.Variable("REGISTRY_AUTH_HTPASSWD_REALM", context.Name),
                                KubernetesJob.Variable("REGISTRY_AUTH_HTPASSWD_PATH", "/auth/htpasswd"),
                            ]),
                        ],
                        Volumes =
                        [
                            new VolumeArgs { Name = "images", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = Name } },
                            new VolumeArgs { Name = "auth", Secret = new SecretVolumeSourceArgs { SecretName = Passwords } },
                        ],
                    },
                },
            },
        });
    }

    private static ContainerArgs Container(string name, string image, IReadOnlyList<EnvVarArgs> environment, string[]? command = null) => new()
    {
        Name = name,
        Image = image,
        Command = command is null ? null : (InputList<string>)command,
        Env =
        [
            KubernetesJob.Variable("REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY", "/var/lib/registry"),
            KubernetesJob.Variable("REGISTRY_STORAGE_DELETE_ENABLED", "true"),
            KubernetesJob.Variable("OTEL_TRACES_EXPORTER", "none"),
            .. environment,
        ],
        Ports = command is null ? [new ContainerPortArgs { Name = "http", ContainerPort = 5000 }] : null,
        ReadinessProbe = command is null ? new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/", Port = "http" } } : null,
        LivenessProbe = command is null ? new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/", Port = "http" }, InitialDelaySeconds = 10 } : null,
        Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = "100m", ["memory"] = "256Mi" }, Limits = new() { ["memory"] = "1Gi" } },
        SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } },
        VolumeMounts = [new VolumeMountArgs { Name = "images", MountPath = "/var/lib/registry" }, new VolumeMountArgs { Name = "auth", MountPath = "/auth", ReadOnly = true }],
    };

    private static void AddWayIn(ComponentContext context, string? ingressClass, NamespaceHandle space, string host, IReadOnlyList<Resource> after)
    {
        var service = context.Scope.Add(new Service(context.Name, new ResourceOptions { DependsOn = after })
        {
            Metadata = KubernetesObject.Meta(context.Stack, Name, Name, space.Name),
            Spec = new ServiceSpecArgs
            {
                Selector = KubernetesObject.Selector(context.Stack, Name),
                Ports = [new ServicePortArgs { Name = "http", Port = 5000, TargetPort = "http" }],
            },
        });
        context.Scope.Add(new Ingress(context.Name, new ResourceOptions { DependsOn = [service] })
        {
            // Layers are of any size, and NGINX would take a megabyte.
            Metadata = KubernetesObject.Meta(context.Stack, Name, Name, space.Name, new() { ["nginx.ingress.kubernetes.io/proxy-body-size"] = "0" }),
            Spec = new IngressSpecArgs
            {
                IngressClassName = ingressClass,
                Tls = [new IngressTLSArgs { Hosts = [host], SecretName = Tls }],
                Rules =
                [
                    new IngressRuleArgs
                    {
                        Host = host,
                        Http = new HTTPIngressRuleValueArgs
                        {
                            Paths =
                            [
                                new HTTPIngressPathArgs
                                {
                                    Path = "/",
                                    PathType = "Prefix",
                                    Backend = new IngressBackendArgs { Service = new IngressServiceBackendArgs { Name = Name, Port = new ServiceBackendPortArgs { Name = "http" } } },
                                },
                            ],
                        },
                    },
                ],
            },
        });
    }

    private static void Check(RegistryConfig config, ComponentContext context)
    {
        if (config.Password is null)
        {
            context.Diagnostics.Add(KubernetesRegistryErrors.Missing(
                config.KeySpan, config.Name, "password", "the secret with the htpasswd line of the user that pulls and pushes, as 'htpasswd -nB user' prints it", "{ secret: registry }"));
            throw new ExpansionStoppedException();
        }

        if (config.PullThrough.Count > 0)
        {
            context.Diagnostics.Add(KubernetesRegistryErrors.CannotBeHad(
                config.SpanOf(nameof(config.PullThrough)), "pullThrough", config.Name, "The plain registry either copies one other registry or takes images, not both.", "Use 'engine: harbor'."));
        }

        Warn(nameof(config.Keep), "the plain registry keeps every tag until somebody deletes it");
        Warn(nameof(config.UntaggedDays), "the plain registry deletes images without a tag every Sunday");
        NotDone(config.Immutable, nameof(config.Immutable), "a tag can be pushed again");
        NotDone(config.Scan, nameof(config.Scan), "nothing looks into images");
        Warn(nameof(config.Pullers), "the plain registry knows only the users of its htpasswd file");

        // These are promised unless the file says otherwise, so keeping silent would be untrue.
        void NotDone(bool asked, string property, string reason)
        {
            if (asked)
            {
                context.Diagnostics.Add(KubernetesRegistryErrors.PlainRegistryCannot(config.SpanOf(property), config.Name, PropertyNames.InFiles(property), reason));
            }
        }

        void Warn(string property, string reason)
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(KubernetesRegistryErrors.MeansNothing(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, reason));
            }
        }
    }
}
