using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The server that shows finished applications.</summary>
internal static class SparkHistory
{
    public const int Port = 18080;

    public static string NameOf(ComponentContext context) => $"{context.Name}-history";

    public static void Add(SparkConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, PodIdentity identity, ObjectStoreHandle history)
    {
        var name = NameOf(context);
        var deployment = context.Scope.Add(new Deployment($"{name}-server", new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
            Spec = new DeploymentSpecArgs
            {
                Replicas = 1,
                Selector = new() { MatchLabels = KubernetesObject.Selector(context.Stack, name) },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, name) },
                    Spec = new PodSpecArgs
                    {
                        ServiceAccountName = identity.Account,
                        SecurityContext = new PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 185, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
                        Containers = [Server(config, identity, history)],
                    },
                },
            },
        });
        var service = context.Scope.Add(new Service($"{name}-service", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, name, name, space.Name),
            Spec = new ServiceSpecArgs { Selector = KubernetesObject.Selector(context.Stack, name), Ports = [new ServicePortArgs { Name = "http", Port = Port, TargetPort = Port }] },
        });
        if (config.Host is { } host)
        {
            WebEntry.AddBehindSignIn(context, cluster, space, host, config.SpanOf(nameof(config.Host)), name, Port, [deployment, service], $"{name}-sign-in");
        }
    }

    private static ContainerArgs Server(SparkConfig config, PodIdentity identity, ObjectStoreHandle history)
    {
        var settings = SparkSettings.Of(history, history)
            .Where(setting => setting.Name.StartsWith("spark.hadoop.", StringComparison.Ordinal))
            .Select(setting => Output.Format($" -D{setting.Name}={Input.FromValue<string>(setting.Value)}"));
        var options = settings.Aggregate(Output.Format($"-Dspark.history.fs.logDirectory={SparkSettings.PlaceOf(history)} -Dspark.history.fs.cleaner.enabled=false"), (all, one) => Output.Format($"{all}{one}"));
        return new ContainerArgs
        {
            Name = "history",
            Image = config.Image!,
            Command = ["/opt/spark/bin/spark-class", "org.apache.spark.deploy.history.HistoryServer"],
            Env = [KubernetesJob.Variable("SPARK_HISTORY_OPTS", options), .. identity.Environment],
            Ports = [new ContainerPortArgs { Name = "http", ContainerPort = Port }],
            ReadinessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/", Port = Port } },
            Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = "250m", ["memory"] = "2Gi" }, Limits = new() { ["memory"] = "2Gi" } },
            SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, Capabilities = new CapabilitiesArgs { Drop = ["ALL"] } },
        };
    }
}
