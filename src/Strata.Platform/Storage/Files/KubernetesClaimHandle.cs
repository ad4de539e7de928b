using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Storage;

/// <summary>A volume claim in the team's namespace that many pods mount at once.</summary>
/// <param name="Name">The claim's name.</param>
/// <param name="Claim">What pods that mount it wait for.</param>
internal sealed record KubernetesClaimHandle(string Name, NamespaceHandle Space, Resource Claim) : StorageHandle
{
    public override ValueMap Outputs => new() { ["claim"] = Name, ["namespace"] = Space.Name };
}
