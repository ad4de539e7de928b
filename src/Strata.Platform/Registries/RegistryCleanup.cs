using Strata.Graph;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Batch.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Registries;

/// <summary>
/// Frees the space of deleted images of the plain registry once a week. That is only safe while nobody pushes, so the registry
/// does it before it starts, and all that happens here is that it starts again.
/// </summary>
internal static class RegistryCleanup
{
    private const string Name = "registry-cleanup";

    public static void Add(ComponentContext context, NamespaceHandle space, string deployment, Resource server)
    {
        var scope = context.Scope;
        var meta = () => KubernetesObject.Meta(context.Stack, Name, Name, space.Name);
        var waits = new ResourceOptions { DependsOn = [space.Resource] };
        var account = scope.Add(new ServiceAccount($"{context.Name}-cleanup", waits) { Metadata = meta(), AutomountServiceAccountToken = false });
        var role = scope.Add(new Role($"{context.Name}-cleanup", waits)
        {
            Metadata = meta(),
            Rules = [new PolicyRuleArgs { ApiGroups = ["apps"], Resources = ["deployments"], ResourceNames = [deployment], Verbs = ["get", "patch"] }],
        });
        var binding = scope.Add(new RoleBinding($"{context.Name}-cleanup", new ResourceOptions { DependsOn = [role] })
        {
            Metadata = meta(),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = Name },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = Name, Namespace = space.Name }],
        });
        var step = KubernetesJob.Step("restart", ContainerImages.Get("kubectl").Reference, ["kubectl", "rollout", "restart", $"deployment/{deployment}", "--namespace", space.Name], []);
        scope.Add(new CronJob($"{context.Name}-cleanup", new ResourceOptions { DependsOn = [account, binding, server] })
        {
            Metadata = meta(),
            Spec = new CronJobSpecArgs
            {
                Schedule = "0 3 * * 0",
                ConcurrencyPolicy = "Forbid",
                JobTemplate = new JobTemplateSpecArgs { Spec = new JobSpecArgs { BackoffLimit = 2, Template = KubernetesJob.Pod(context.Stack, Name, Name, [step]) } },
            },
        });
    }
}
