using Strata.Graph;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Batch.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Registries;

/// <summary>
/// Lets pods pull images of a registry on another cloud than their cluster's. Machines pull images, and have no way to show a token of
/// the cluster; so a job does, and keeps what it is given for it, which is good for hours, in a secret that pods pull with.
/// </summary>
internal static class RegistryPull
{
    private const string TokenFolder = "/var/run/federation";

    /// <summary>True for a registry that a cloud runs and not the one that runs the cluster, when that cloud can know the cluster's pods.</summary>
    public static bool IsFrom(StackModel stack, RegistryConfig registry, ClusterHandle cluster) =>
        IsElsewhere(stack, registry, cluster) && CrossCloud.WhyUnknown(cluster, stack.CloudOf(registry)) is null;

    /// <summary>Adds the way from each cluster to each registry of another cloud.</summary>
    public static void ExpandAll(StackExpansion expansion)
    {
        foreach (var cluster in expansion.Handles.OfType<ClusterHandle>().OrderBy(cluster => cluster.Config.Name, StringComparer.Ordinal).ToList())
        {
            foreach (var registry in expansion.Handles.OfType<RegistryHandle>().Where(one => IsElsewhere(expansion.Stack, one.Config, cluster)).OrderBy(one => one.Config.Name, StringComparer.Ordinal).ToList())
            {
                var there = expansion.Stack.CloudOf(registry.Config);
                if (CrossCloud.WhyUnknown(cluster, there) is var (reason, hint))
                {
                    expansion.Diagnostics.Add(FederationErrors.NoPulls(registry.Config.KeySpan, registry.Config.Name, cluster.Config.Name, there.Title(), reason, hint));
                    continue;
                }

                var (price, source) = DataTransfer.OutOf(there);
                expansion.Diagnostics.Add(FederationErrors.ImagesLeave(registry.Config.KeySpan, registry.Config.Name, cluster.Config.Name, there.Title(), cluster.Cloud.Title(), price, source.ToString()));
                Add(expansion, cluster, registry);
            }
        }
    }

    private static bool IsElsewhere(StackModel stack, RegistryConfig registry, ClusterHandle cluster) =>
        stack.CloudOf(registry) is not Cloud.Kubernetes and var there && there != cluster.Cloud && registry.Engine is null or RegistryEngine.Ecr or RegistryEngine.ArtifactRegistry;

    private static void Add(StackExpansion expansion, ClusterHandle cluster, RegistryHandle registry)
    {
        var space = expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var name = ClusterRegistry.PullSecretOf(registry.Config);
        var logical = $"{cluster.Config.Name}-{name}";
        var scope = expansion.Root.AddComponent("strata:registry:Pull", logical);
        scope.Use(cluster.Provider);
        var context = new ComponentContext(expansion, registry.Config.Name, cluster.Cloud, scope);
        var meta = () => KubernetesObject.Meta(expansion.Stack, name, name, space.Name);
        var waits = new ResourceOptions { DependsOn = [space.Resource] };
        var secret = scope.Add(new Secret(logical, waits with { IgnoreChanges = ["data", "stringData"] })
        {
            Metadata = meta(),
            Type = "kubernetes.io/dockerconfigjson",
            StringData = new() { [".dockerconfigjson"] = "{\"auths\":{}}" },
        });
        var account = scope.Add(new ServiceAccount(logical, waits) { Metadata = meta(), AutomountServiceAccountToken = false });
        var role = scope.Add(new Role(logical, waits)
        {
            Metadata = meta(),
            Rules = [new PolicyRuleArgs { ApiGroups = [""], Resources = ["secrets"], ResourceNames = [name], Verbs = ["get", "patch"] }],
        });
        var binding = scope.Add(new RoleBinding(logical, new ResourceOptions { DependsOn = [role] })
        {
            Metadata = meta(),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = name },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = name, Namespace = space.Name }],
        });
        var subject = $"system:serviceaccount:{space.Name}:{name}";
        var (audience, schedule, environment, ready) = registry is AwsRegistryHandle ecr
            ? OnAws(context, cluster, ecr, subject, logical)
            : OnGoogle(context, cluster, (GcpRegistryHandle)registry, subject, logical);
        var step = KubernetesJob.Step(
            "token", ContainerImages.Get("python-3.13").Reference, ["python3", "-c", RegistryPullProgram.Text],
            [
                KubernetesJob.Variable("SECRET_NAMESPACE", space.Name),
                KubernetesJob.Variable("SECRET_NAME", name),
                KubernetesJob.Variable("TOKEN_FILE", $"{TokenFolder}/token"),
                .. environment,
            ],
            new VolumeMountArgs { Name = "federation", MountPath = TokenFolder, ReadOnly = true });
        var token = new VolumeArgs
        {
            Name = "federation",
            Projected = new ProjectedVolumeSourceArgs
            {
                Sources = [new VolumeProjectionArgs { ServiceAccountToken = new ServiceAccountTokenProjectionArgs { Audience = audience, ExpirationSeconds = 3600, Path = "token" } }],
            },
        };
        scope.Add(new CronJob(logical, new ResourceOptions { DependsOn = [secret, account, binding, .. ready] })
        {
            Metadata = meta(),
            Spec = new CronJobSpecArgs
            {
                Schedule = schedule,
                ConcurrencyPolicy = "Replace",
                SuccessfulJobsHistoryLimit = 1,
                JobTemplate = new JobTemplateSpecArgs { Spec = new JobSpecArgs { BackoffLimit = 4, Template = KubernetesJob.Pod(expansion.Stack, name, name, [step], token) } },
            },
        });
    }

    /// <summary>ECR's passwords are good for twelve hours.</summary>
    private static (string Audience, string Schedule, EnvVarArgs[] Environment, Resource[] Ready) OnAws(
        ComponentContext context, ClusterHandle cluster, AwsRegistryHandle registry, string subject, string logical)
    {
        var role = FederatedAccount.RoleFor(context, cluster, subject, $"{logical}-aws", [context.Name, "pull", cluster.Config.Name], registry.PullStatements);
        return (
            Federation.AwsAudience, "7 */4 * * *",
            [KubernetesJob.Variable("AWS_ROLE_ARN", role.Arn), KubernetesJob.Variable("AWS_REGION", context.Expansion.Foundations.Aws.Region)], [role]);
    }

    /// <summary>Google's access tokens are good for one hour.</summary>
    private static (string Audience, string Schedule, EnvVarArgs[] Environment, Resource[] Ready) OnGoogle(
        ComponentContext context, ClusterHandle cluster, GcpRegistryHandle registry, string subject, string logical)
    {
        var (account, binding) = FederatedAccount.AccountFor(
            context, cluster, subject, $"{logical}-google", [context.Name, "pull", cluster.Config.Name], $"Pulls to {cluster.Config.Name} of {context.Stack.Name}");
        registry.GrantPull(context.Scope, $"{logical}-google", account.Principal());
        return (
            Federation.GoogleAudience, "*/20 * * * *",
            [
                KubernetesJob.Variable("GOOGLE_PROVIDER", context.Expansion.Foundations.Federation.GoogleFor(cluster).Provider.Name),
                KubernetesJob.Variable("GOOGLE_ACCOUNT", account.Email),
                KubernetesJob.Variable("GOOGLE_HOST", $"{context.Expansion.Foundations.Gcp.Region}-docker.pkg.dev"),
            ],
            [binding]);
    }
}
