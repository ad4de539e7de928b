using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>The named components of the foundation.</summary>
internal static class FoundationCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        ComponentKind.Of<IdentityConfig>("identities", "identity", "strata:foundation:Identity")
            .On<IdentityConfig>(Cloud.Aws, AwsIdentity.Expand)
            .On<IdentityConfig>(Cloud.Gcp, GcpIdentity.Expand)
            .On<IdentityConfig>(Cloud.Kubernetes, KubernetesIdentity.Expand),
    ];
}
