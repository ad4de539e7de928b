using Strata.Graph;
using Strata.Kubernetes.Meta.V1.Inputs;
using Strata.Kubernetes.Networking.V1.Inputs;
using Strata.Kubernetes.Networking.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Foundation;

/// <summary>Who may talk to the pods of a namespace: each other and the cluster's own services, and nobody else.</summary>
/// <remarks>
/// Only what comes in is closed. What goes out stays open, names included: pods need storage, packages and the cluster's API, and
/// what address blocks mean inside a cluster differs between network plugins. On EKS alone the machine's metadata is cut off, which
/// would give pods the node's own identity; GKE's metadata server protects itself and is what identities come from.
/// </remarks>
internal static class NamespaceIsolation
{
    /// <summary>Where the cluster's own services live that must reach the team's: ingress controllers, metrics, operators.</summary>
    private static readonly string[] PlatformSpaces = ["kube-system", "monitoring", "gmp-system", "ingress-nginx", "traefik", "istio-ingress", "cnpg-system"];

    /// <summary>Put on a namespace by the cluster's administrator, it lets that namespace in as well.</summary>
    private const string PlatformLabel = "strata/platform";

    public static void Add(StackExpansion expansion, ClusterHandle cluster, NamespaceHandle space, bool letTeamIn = false)
    {
        Policy("deny-ingress", Ingress([]));
        Policy("same-namespace", Ingress([new NetworkPolicyPeerArgs { PodSelector = new() }], BesidesPeople(expansion.Stack)));
        Policy("platform", Ingress([Spaces(PlatformSpaces), new NetworkPolicyPeerArgs { NamespaceSelector = new() { MatchLabels = new() { [PlatformLabel] = "true" } } }]));
        if (letTeamIn)
        {
            Policy("team", Ingress([Spaces([TeamNamespace.NameIn(expansion.Stack)])]));
        }

        if (cluster.Cloud == Cloud.Aws)
        {
            Policy("no-instance-metadata", new NetworkPolicySpecArgs
            {
                PodSelector = new(),
                PolicyTypes = ["Egress"],
                Egress = [new NetworkPolicyEgressRuleArgs { To = [Everywhere("0.0.0.0/0", "169.254.169.254/32"), Everywhere("::/0", "fd00:ec2::254/128")] }],
            });
        }

        void Policy(string name, NetworkPolicySpecArgs spec) =>
            space.Scope.Add(new NetworkPolicy($"{space.Prefix}-{name}", new ResourceOptions { DependsOn = [space.Resource] })
            {
                Metadata = KubernetesObject.Meta(expansion.Stack, expansion.Stack.Config.Team, name, space.Name),
                Spec = spec,
            });
    }

    private static NetworkPolicySpecArgs Ingress(InputList<NetworkPolicyPeerArgs> from, LabelSelectorArgs? to = null) => new()
    {
        PodSelector = to ?? new(),
        PolicyTypes = ["Ingress"],
        Ingress = from.Any() ? [new NetworkPolicyIngressRuleArgs { From = from }] : null,
    };

    /// <summary>All pods but those that people sign in to: policies only add up, so what is let in here can be kept out nowhere else.</summary>
    private static LabelSelectorArgs? BesidesPeople(StackModel stack) =>
        stack.Components.Any(component => component is PodWorkspaceConfig) ? new() { MatchExpressions = [new LabelSelectorRequirementArgs { Key = UserPod.UserLabel, Operator = "DoesNotExist" }] } : null;

    private static NetworkPolicyPeerArgs Spaces(string[] names) => new()
    {
        NamespaceSelector = new()
        {
            MatchExpressions = [new LabelSelectorRequirementArgs { Key = "kubernetes.io/metadata.name", Operator = "In", Values = names }],
        },
    };

    private static NetworkPolicyPeerArgs Everywhere(string block, string except) => new() { IpBlock = new() { Cidr = block, Except = [except] } };
}
