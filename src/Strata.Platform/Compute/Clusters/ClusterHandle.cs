using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>A cluster for others to use, wherever it runs.</summary>
/// <param name="Config">What the stack file says of it.</param>
/// <param name="Cloud">Whose cluster it is: EKS, GKE, or an existing one.</param>
/// <param name="Provider">The Kubernetes provider that talks to it. What lives in the cluster is added to scopes that use it.</param>
internal abstract record ClusterHandle(Cluster Config, Cloud Cloud, ProviderResource Provider) : Handle
{
    /// <summary>What must be there before anything can run in the cluster: its system nodes and add-ons. Empty when the cluster exists already.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    /// <summary>True when another stack, or nobody, owns it: then this stack installs nothing for the whole cluster.</summary>
    public bool IsShared { get; init; }

    /// <summary>
    /// The address of the OpenID Connect issuer by which others know the cluster's service accounts, <c>https://…</c>; null when nobody says.
    /// </summary>
    public Input<string>? Issuer { get; init; }

    /// <summary>What applies the manifests when they are only rendered; null when the engine itself talks to the cluster.</summary>
    public GitOpsTool? RenderedFor { get; init; }

    /// <summary>What <see cref="ClusterOperators.Install"/> gave; null on a shared cluster.</summary>
    public ClusterOperators? Operators { get; init; }
}
