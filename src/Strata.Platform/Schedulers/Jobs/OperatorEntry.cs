using Strata.Kubernetes.Networking.V1;
using Strata.Kubernetes.Networking.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>Lets an operator talk to what it runs: namespaces let in nobody but themselves and the cluster's own services.</summary>
internal static class OperatorEntry
{
    /// <param name="chart">The operator's chart, by its key in the catalog: its namespace is let in.</param>
    /// <param name="pods">The labels of the pods it talks to; all of the namespace's when null.</param>
    public static NetworkPolicy Add(ComponentContext context, NamespaceHandle space, string chart, Graph.InputMap<string>? pods, params int[] ports) =>
        context.Scope.Add(new NetworkPolicy($"{context.Name}-operator", new Graph.ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{context.Name}-operator", space.Name),
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = pods is null ? new() : new() { MatchLabels = pods },
                PolicyTypes = ["Ingress"],
                Ingress =
                [
                    new NetworkPolicyIngressRuleArgs
                    {
                        From = [new NetworkPolicyPeerArgs { NamespaceSelector = new() { MatchLabels = new() { ["kubernetes.io/metadata.name"] = HelmCharts.Get(chart).Namespace } } }],
                        Ports = [.. ports.Select(port => new NetworkPolicyPortArgs { Protocol = "TCP", Port = port })],
                    },
                ],
            },
        });
}
