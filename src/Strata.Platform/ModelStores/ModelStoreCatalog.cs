using Strata.Platform.Components;

namespace Strata.Platform.ModelStores;

/// <summary>The engines of modelStores, and what becomes of each on each cloud.</summary>
internal static class ModelStoreCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } = [Mlflow.Kind, SageMakerRegistry.Kind, VertexRegistry.Kind];
}
