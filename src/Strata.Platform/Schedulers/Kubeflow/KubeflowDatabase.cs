using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Meta.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>
/// The MySQL server with the records of runs and of what steps made. Not the platform's Postgres: the API server of 2.17.0 connects to
/// one, and then speaks MySQL's dialect to it (backend/src/apiserver/client_manager/client_manager.go, storage.NewMySQLDialect).
/// </summary>
internal static class KubeflowDatabase
{
    public const string Host = "kubeflow-db";
    public const string User = "kubeflow";
    public const string Runs = "mlpipeline";
    public const string Metadata = "metadb";

    private const string FirstStart = "kubeflow-db-first-start";

    /// <returns>What its clients wait for; they sign in as <see cref="User"/> with the key <c>password</c> of the secret <see cref="Host"/>.</returns>
    public static Resource Add(ComponentContext context, NamespaceHandle space)
    {
        var (stack, scope) = (context.Stack, context.Scope);
        var passwords = new GeneratedSecret
        {
            Name = Host,
            LivesIn = space,
            RunsIn = space,
            Keys = new Dictionary<string, int> { ["root-password"] = 32, ["password"] = 32 },
        }.Add(stack, [], []);

        // The image makes the user, with all rights on one database; it is given those on the other.
        var script = scope.Add(new ConfigMap($"{context.Name}-db-first-start", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(stack, Host, FirstStart, space.Name),
            Data = new() { ["metadata.sql"] = $"CREATE DATABASE {Metadata};\nGRANT ALL PRIVILEGES ON {Metadata}.* TO '{User}'@'%';\n" },
        });
        var server = scope.Add(new StatefulSet($"{context.Name}-db", context.HoldsData with { DependsOn = [passwords, script] })
        {
            Metadata = KubernetesObject.Meta(stack, Host, Host, space.Name),
            Spec = new StatefulSetSpecArgs
            {
                Replicas = 1,
                ServiceName = Host,
                Selector = new LabelSelectorArgs { MatchLabels = KubernetesObject.Selector(stack, Host) },
                Template = new PodTemplateSpecArgs { Metadata = new() { Labels = KubernetesObject.Labels(stack, Host) }, Spec = Pod(context) },
                VolumeClaimTemplates =
                [
                    new PersistentVolumeClaimArgs
                    {
                        Metadata = new() { Name = "data" },
                        Spec = new PersistentVolumeClaimSpecArgs
                        {
                            AccessModes = ["ReadWriteOnce"],
                            Resources = new VolumeResourceRequirementsArgs { Requests = new() { ["storage"] = context.IsProd ? "50Gi" : "10Gi" } },
                        },
                    },
                ],
            },
        });
        return scope.Add(new Service($"{context.Name}-db", new ResourceOptions { DependsOn = [server] })
        {
            Metadata = KubernetesObject.Meta(stack, Host, Host, space.Name),
            Spec = new ServiceSpecArgs { Selector = KubernetesObject.Selector(stack, Host), Ports = [new ServicePortArgs { Name = "mysql", Port = 3306, TargetPort = "mysql" }] },
        });
    }

    private static PodSpecArgs Pod(ComponentContext context)
    {
        var memory = context.IsProd ? "4Gi" : "1Gi";
        return new()
        {
            AutomountServiceAccountToken = false,
            SecurityContext = new PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 999, RunAsGroup = 999, FsGroup = 999, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
            Containers =
            [
                new ContainerArgs
                {
                    Name = "mysql",
                    Image = ContainerImages.Get("mysql-8.4").Reference,

                    // ML Metadata knows no newer way to sign in (manifests/kustomize/third-party/mysql/base of 2.17.0).
                    Args = ["--authentication-policy=mysql_native_password", "--mysql-native-password=ON", "--disable-log-bin"],
                    Env =
                    [
                        KubernetesJob.FromSecret("MYSQL_ROOT_PASSWORD", Host, "root-password"),
                        KubernetesJob.Variable("MYSQL_DATABASE", Runs),
                        KubernetesJob.Variable("MYSQL_USER", User),
                        KubernetesJob.FromSecret("MYSQL_PASSWORD", Host, "password"),
                    ],
                    Ports = [new ContainerPortArgs { Name = "mysql", ContainerPort = 3306 }],
                    Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = context.IsProd ? "500m" : "100m", ["memory"] = memory }, Limits = new() { ["memory"] = memory } },
                    SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } },

                    // Not the volume's root, where file systems keep a folder that MySQL would not start beside.
                    VolumeMounts = [new VolumeMountArgs { Name = "data", MountPath = "/var/lib/mysql", SubPath = "mysql" }, new VolumeMountArgs { Name = "first-start", MountPath = "/docker-entrypoint-initdb.d", ReadOnly = true }],
                    ReadinessProbe = new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = "mysql" }, PeriodSeconds = 10 },
                    LivenessProbe = new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = "mysql" }, InitialDelaySeconds = 120, PeriodSeconds = 20 },
                },
            ],
            Volumes = [new VolumeArgs { Name = "first-start", ConfigMap = new ConfigMapVolumeSourceArgs { Name = FirstStart } }],
        };
    }
}
