using Strata.Graph;
using Strata.Kubernetes.Networking.V1;
using Strata.Kubernetes.Networking.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>Lets another namespace reach an endpoint's pods, which the team's namespace keeps out otherwise.</summary>
internal static class PodDoor
{
    /// <summary>The label of all pods of an endpoint, whatever their model.</summary>
    public const string Label = "strata/endpoint";

    /// <param name="what">What comes in by it: <c>gateway</c>. Ends the policy's name.</param>
    /// <param name="from">The namespace it comes from.</param>
    /// <param name="all">To all pods of a namespace that is the endpoint's own.</param>
    public static void Open(ComponentContext context, NamespaceHandle space, string what, string from, bool all = false) =>
        context.Scope.Add(new NetworkPolicy($"{context.Name}-{what}", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{context.Name}-{what}", space.Name),
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = all ? new() : new() { MatchLabels = new() { [Label] = context.Name } },
                PolicyTypes = ["Ingress"],
                Ingress = [new NetworkPolicyIngressRuleArgs { From = [new NetworkPolicyPeerArgs { NamespaceSelector = new() { MatchLabels = new() { ["kubernetes.io/metadata.name"] = from } } }] }],
            },
        });
}
