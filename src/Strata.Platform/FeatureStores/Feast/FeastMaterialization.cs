using Strata.Graph;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Batch.V1.Inputs;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.FeatureStores;

/// <summary>The job that brings the newest features online: at times of its own, or when a scheduler's workflow makes one from it.</summary>
internal static class FeastMaterialization
{
    public static void Add(FeastConfig config, ComponentContext context, NamespaceHandle space, PodIdentity identity, IReadOnlyList<EnvVarArgs> environment, IReadOnlyList<Resource> after)
    {
        if (MaterializationWorkflow.FreshnessOf(config) is not { } freshness)
        {
            return;
        }

        var workflow = MaterializationWorkflow.Of(config, context.Stack, context.Diagnostics);
        var name = MaterializationWorkflow.JobOf(config);
        var job = context.Scope.Add(new CronJob($"{context.Name}-materialize", new ResourceOptions { DependsOn = after })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Spec = new CronJobSpecArgs
            {
                Schedule = FreshnessCron.Of(freshness),
                Suspend = workflow is null ? null : true,
                ConcurrencyPolicy = "Forbid",
                SuccessfulJobsHistoryLimit = 1,
                FailedJobsHistoryLimit = 3,
                JobTemplate = new JobTemplateSpecArgs
                {
                    Spec = new JobSpecArgs
                    {
                        BackoffLimit = 2,
                        Template = new PodTemplateSpecArgs
                        {
                            Metadata = new() { Labels = KubernetesObject.Labels(context.Stack, $"{context.Name}-materialize") },
                            Spec = FeastServer.Pod(context, identity, FeastServer.Container(context, "materialize", Command, environment), "Never"),
                        },
                    },
                },
            },
        });
        if (workflow is not null)
        {
            AddStarter(workflow.Account!, name, context, space, job);
        }
    }

    private static InputList<string> Command => ["/bin/sh", "-ec", $"exec feast -c {FeastServer.Folder} materialize-incremental \"$(date -u +%Y-%m-%dT%H:%M:%S)\""];

    /// <summary>An account of its own, since whoever makes jobs in a namespace can run anything there.</summary>
    private static void AddStarter(string account, string job, ComponentContext context, NamespaceHandle space, Resource made)
    {
        var starter = context.Scope.Add(new ServiceAccount($"{account}-account", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, account, space.Name),
        });
        var role = context.Scope.Add(new Role(account, new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, account, space.Name),
            Rules =
            [
                new PolicyRuleArgs { ApiGroups = ["batch"], Resources = ["cronjobs"], ResourceNames = [job], Verbs = ["get"] },
                new PolicyRuleArgs { ApiGroups = ["batch"], Resources = ["jobs"], Verbs = ["create", "get"] },
            ],
        });
        context.Scope.Add(new RoleBinding(account, new ResourceOptions { DependsOn = [role, starter, made] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, account, space.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = account },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = account, Namespace = space.Name }],
        });
    }
}
