using Strata.Graph;

namespace Strata.Platform.Compute;

/// <summary>A GKE cluster for others to use: the stack's own or another stack's.</summary>
/// <param name="Config">What the stack file says of it; of a shared cluster, with what its owner's says.</param>
/// <param name="Provider">The Kubernetes provider that talks to it.</param>
internal sealed record GkeClusterHandle(Cluster Config, ProviderResource Provider) : ClusterHandle(Config, Cloud.Gcp, Provider)
{
    /// <summary><c>projects/…/locations/…/clusters/…</c>: what node pools are made in, whatever the stack's own project is.</summary>
    public required Input<string> Id { get; init; }

    public required Input<string> Name { get; init; }

    public required Input<string> Project { get; init; }

    /// <summary>The cluster's region.</summary>
    public required Input<string> Location { get; init; }

    /// <summary>The address of the Kubernetes API, without <c>https://</c>; inside the network where <c>apiAccess</c> is empty.</summary>
    public required Input<string> Endpoint { get; init; }

    /// <summary>The certificate that the API identifies itself with, as base 64.</summary>
    public required Input<string> CertificateAuthority { get; init; }

    /// <summary>
    /// <c>project.svc.id.goog</c>: what Kubernetes service accounts are known to IAM by, as
    /// <c>serviceAccount:project.svc.id.goog[namespace/account]</c>.
    /// </summary>
    public required Input<string> WorkloadPool { get; init; }

    /// <summary>The address of the service account that nodes run as.</summary>
    public required Input<string> NodeServiceAccount { get; init; }

    /// <summary>The network and subnetwork the cluster is in, which need not be the stack's own.</summary>
    public required Input<string> Network { get; init; }

    /// <inheritdoc cref="Network"/>
    public required Input<string> Subnetwork { get; init; }

    public override ValueMap Outputs => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["project"] = Project,
        ["location"] = Location,
        ["endpoint"] = Endpoint,
        ["certificateAuthority"] = CertificateAuthority,
        ["workloadPool"] = WorkloadPool,
        ["nodeServiceAccount"] = NodeServiceAccount,
        ["network"] = Network,
        ["subnetwork"] = Subnetwork,
    };
}
