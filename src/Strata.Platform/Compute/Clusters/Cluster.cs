using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A Kubernetes cluster: EKS, GKE, or one that exists.</summary>
public sealed record Cluster : ComputeConfig
{
    [Description("The stack that owns the cluster, instead of one of its own.")]
    public StackSource? From { get; init; }

    [Description("The kubeconfig context of a cluster that exists (Kubernetes). The current context when left out.")]
    public string? Context { get; init; }

    [Description("Do not talk to the cluster: Argo CD or Flux applies what 'strata render' makes, and 'pulumi up' writes the objects it would make into this folder (Kubernetes).")]
    public string? RenderTo { get; init; }

    [Description("What applies the manifests of a cluster with 'renderTo' (Kubernetes).")]
    public GitOpsTool GitOps { get; init; }

    [Description("The public address of the cluster's OpenID Connect issuer (the API server's --service-account-issuer), by which clouds know its pods (Kubernetes).")]
    [Pattern("^https://[A-Za-z0-9./_:-]+[A-Za-z0-9]$", "an address such as https://oidc.acme.example/lab")]
    public string? OidcIssuer { get; init; }

    [Description("The Kubernetes version, quoted: \"1.35\".")]
    [Pattern("^1\\.[0-9]{2}$", "a minor version in quotes, such as \"1.35\"")]
    public string Version { get; init; } = Catalog.KubernetesVersions.Default;

    [Description("From where the cluster's API can be reached besides its own network. Private when empty.")]
    public IReadOnlyList<Cidr> ApiAccess { get; init; } = [];

    [Description("The domain whose Google groups bindings in the cluster may name (Google Cloud). The group gke-security-groups@domain must exist there, with the groups of 'access' in it; without it IAM says who works in the cluster.")]
    [Pattern("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", "a domain such as acme.example")]
    public string? GroupsDomain { get; init; }

    [Description("The machines that run the cluster's own components.")]
    public SystemPool System { get; init; } = new();

    [Description("What adds nodes when pods wait.")]
    public ClusterAutoscaler Autoscaler { get; init; } = ClusterAutoscaler.NodeGroups;

    [Description("Queues for batch work, fair between teams (Kueue).")]
    public bool Queueing { get; init; } = true;

    [Description("Metrics, dashboards and alerts (Prometheus and Grafana).")]
    [PerEnvironment("false", "true")]
    public bool Monitoring { get; init; }

    [Description("Operators for the teams that share the cluster, besides those that this stack's own components need.")]
    public IReadOnlyList<ClusterOperator> Operators { get; init; } = [];

    [Description("Operators that the cluster has already, so that Strata does not install them.")]
    public IReadOnlyList<ClusterOperator> Installed { get; init; } = [];

    [Description("The ingress class of what gets a host name. The cluster's default when left out.")]
    public string? IngressClass { get; init; }

    [Description("The cert-manager ClusterIssuer of certificates for host names. One of the cluster's own, which clients have to be told to trust, when left out.")]
    public string? Issuer { get; init; }
}

/// <summary>What applies rendered manifests to a cluster.</summary>
public enum GitOpsTool
{
    ArgoCd,
    Flux,
}

/// <summary>What adds nodes when pods wait.</summary>
public enum ClusterAutoscaler
{
    /// <summary>The pools' own node groups grow and shrink: Cluster Autoscaler on EKS, GKE's own.</summary>
    NodeGroups,

    /// <summary>Karpenter picks machines for the pods that wait (EKS).</summary>
    Karpenter,
}
