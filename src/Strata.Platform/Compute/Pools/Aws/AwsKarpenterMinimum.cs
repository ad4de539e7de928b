using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Apps.V1.Inputs;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Meta.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>
/// Keeps as many nodes of a Karpenter pool as its minimum says. Karpenter has nodes for pods only, so there is a pod for each: it
/// does nothing, needs next to nothing and shares its node with no other of its kind.
/// </summary>
internal static class AwsKarpenterMinimum
{
    public static void Add(AwsPoolPlan plan, string pool, Resource after)
    {
        var context = plan.Context;
        var meta = KubernetesObject.Meta(context.Stack, $"{context.Name}-minimum", $"{pool}-minimum", "kube-system");
        InputMap<string> labels = new() { ["strata/minimum-of"] = pool };
        context.Scope.Add(new Deployment($"{context.Name}-minimum", new ResourceOptions { DependsOn = [after] })
        {
            Metadata = meta,
            Spec = new DeploymentSpecArgs
            {
                Replicas = plan.Config.Min,
                Selector = new LabelSelectorArgs { MatchLabels = labels },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = labels },
                    Spec = new PodSpecArgs
                    {
                        NodeSelector = Tags.ToInput(plan.Nodes.Selector),
                        Tolerations = [.. plan.Nodes.Taints.Select(Tolerate)],
                        Affinity = new AffinityArgs { PodAntiAffinity = Apart(labels) },
                        TerminationGracePeriodSeconds = 0,
                        AutomountServiceAccountToken = false,
                        Containers = [Pause],
                    },
                },
            },
        });
    }

    private static ContainerArgs Pause => new()
    {
        Name = "pause",
        Image = ContainerImages.Get("pause").Reference,
        Resources = new ResourceRequirementsArgs
        {
            Requests = new() { ["cpu"] = "10m", ["memory"] = "16Mi" },
            Limits = new() { ["memory"] = "16Mi" },
        },
        SecurityContext = new SecurityContextArgs { AllowPrivilegeEscalation = false, RunAsNonRoot = true, RunAsUser = 65535, ReadOnlyRootFilesystem = true },
    };

    private static Input<TolerationArgs> Tolerate(Taint taint) =>
        new TolerationArgs { Key = taint.Key, Operator = "Equal", Value = taint.Value, Effect = taint.Effect.ToString() };

    private static PodAntiAffinityArgs Apart(InputMap<string> labels) => new()
    {
        RequiredDuringSchedulingIgnoredDuringExecution =
        [
            new PodAffinityTermArgs { TopologyKey = "kubernetes.io/hostname", LabelSelector = new LabelSelectorArgs { MatchLabels = labels } },
        ],
    };
}
