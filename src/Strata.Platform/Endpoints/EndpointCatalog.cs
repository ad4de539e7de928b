using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>The engines of endpoints, and what becomes of each on each cloud.</summary>
internal static class EndpointCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        KubernetesEndpointKind.Kind,
        KServeKind.Kind,
        SageMakerKind.Kind,
        RayKind.Kind,
        SeldonKind.Kind,
        VertexKind.Kind,
    ];
}
