using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Batch.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>
/// Daily snapshots of volume claims in the team's namespace, by any CSI driver that can take them. They lie where the volumes
/// lie: they undo mistakes, and do not outlive the storage.
/// </summary>
internal static class VolumeSnapshots
{
    /// <param name="by"><c>CLAIM</c> or <c>CLASS</c>: what <paramref name="value"/> is.</param>
    /// <param name="keep">How many of each claim.</param>
    public static void Add(ComponentContext context, ClusterHandle cluster, string by, string value, int keep, IReadOnlyList<Resource> after)
    {
        var (stack, scope) = (context.Stack, context.Scope);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var name = KubernetesNames.CronJob.Make(context.Name, "snapshots");
        var meta = () => KubernetesObject.Meta(stack, context.Name, name, space.Name);
        var waits = new ResourceOptions { DependsOn = [space.Resource] };
        var account = scope.Add(new ServiceAccount($"{context.Name}-snapshots", waits) { Metadata = meta(), AutomountServiceAccountToken = false });
        var role = scope.Add(new Role($"{context.Name}-snapshots", waits)
        {
            Metadata = meta(),
            Rules =
            [
                new PolicyRuleArgs { ApiGroups = [""], Resources = ["persistentvolumeclaims"], Verbs = ["list"] },
                new PolicyRuleArgs { ApiGroups = ["snapshot.storage.k8s.io"], Resources = ["volumesnapshots"], Verbs = ["list", "create", "delete"] },
            ],
        });
        var binding = scope.Add(new RoleBinding($"{context.Name}-snapshots", new ResourceOptions { DependsOn = [role] })
        {
            Metadata = meta(),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = name },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = name, Namespace = space.Name }],
        });
        var step = KubernetesJob.Step("snapshots", ContainerImages.Get("python-3.13").Reference, ["python3", "-c", SnapshotKeeper.Program],
        [
            KubernetesJob.Variable(by, value),
            KubernetesJob.Variable("OWNER", name),
            KubernetesJob.Variable("KEEP", keep.ToString(CultureInfo.InvariantCulture)),
        ]);
        scope.Add(new CronJob($"{context.Name}-snapshots", new ResourceOptions { DependsOn = [account, binding, .. after] })
        {
            Metadata = meta(),
            Spec = new CronJobSpecArgs
            {
                Schedule = "0 2 * * *",
                ConcurrencyPolicy = "Forbid",
                SuccessfulJobsHistoryLimit = 3,
                FailedJobsHistoryLimit = 3,
                JobTemplate = new JobTemplateSpecArgs { Spec = new JobSpecArgs { BackoffLimit = 3, Template = KubernetesJob.Pod(stack, context.Name, name, [step]) } },
            },
        });
    }
}
