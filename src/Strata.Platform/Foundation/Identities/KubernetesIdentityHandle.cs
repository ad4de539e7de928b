using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>An identity on Kubernetes: a service account on each cluster of the stack, with what its pods need to reach storage there.</summary>
/// <param name="Accounts">By the cluster's name.</param>
/// <param name="Access">By the cluster's name.</param>
internal sealed record KubernetesIdentityHandle(
    string Name, IReadOnlyDictionary<string, ServiceAccountHandle> Accounts, IReadOnlyDictionary<string, KubernetesAccess> Access) : Handle
{
    public override ValueMap Outputs => new() { ["serviceAccount"] = Name };
}
