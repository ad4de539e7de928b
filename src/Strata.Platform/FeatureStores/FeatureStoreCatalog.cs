using Strata.Platform.Components;

namespace Strata.Platform.FeatureStores;

/// <summary>The engines of featureStores, and what becomes of each on each cloud.</summary>
internal static class FeatureStoreCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } = [Feast.Kind, SageMakerFeatures.Kind, VertexFeatures.Kind, ExternalFeatures.Tecton, ExternalFeatures.Databricks];
}
