using Strata.Graph;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>
/// The kind of object by which Kubeflow Pipelines starts pipelines by time: the cluster has one for all teams, whose own controllers each
/// watch one namespace (kubeflow/pipelines: tag 2.17.0, manifests/kustomize/base/pipeline/cluster-scoped).
/// </summary>
internal static class ScheduledWorkflows
{
    private const string Plural = "scheduledworkflows";
    private const string Group = "kubeflow.org";

    public static Resource Add(Scope scope, StackModel stack, ClusterHandle cluster, IReadOnlyList<Resource> after) =>
        OperatorObject.Add(scope, stack, cluster, $"{cluster.Config.Name}-scheduled-workflows", "apiextensions.k8s.io/v1:CustomResourceDefinition", $"{Plural}.{Group}", null, cluster.Config.Name, new()
        {
            ["group"] = Group,
            ["scope"] = "Namespaced",
            ["names"] = new ValueMap { ["kind"] = "ScheduledWorkflow", ["listKind"] = "ScheduledWorkflowList", ["plural"] = Plural, ["singular"] = "scheduledworkflow", ["shortNames"] = Value.List("swf") },
            ["versions"] = Value.List(new ValueMap
            {
                ["name"] = "v1beta1",
                ["served"] = true,
                ["storage"] = true,
                ["schema"] = new ValueMap
                {
                    ["openAPIV3Schema"] = new ValueMap
                    {
                        ["type"] = "object",
                        ["required"] = Value.List("spec", "status"),
                        ["properties"] = new ValueMap { ["spec"] = Anything, ["status"] = Anything },
                    },
                },
            }),

            // Deleting the kind would delete every team's schedules.
        }, new ResourceOptions { DependsOn = after, RetainOnDelete = true });

    private static ValueMap Anything => new() { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true };
}
