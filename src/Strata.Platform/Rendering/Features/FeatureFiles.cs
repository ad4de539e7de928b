using Strata.Platform.FeatureStores;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Definitions of features as code, or what brings features to where the engine keeps them.</summary>
internal static class FeatureFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        foreach (var store in context.Stack.Components.OfType<FeatureStoreConfig>())
        {
            if (context.HandleOf<FeatureStoreHandle>(store) is not { } handle)
            {
                continue;
            }

            foreach (var file in store switch
            {
                FeastConfig => FeastFiles.Render(handle, context),
                SageMakerFeaturesConfig => SageMakerFeatureFiles.Render(handle, context),
                VertexFeaturesConfig => VertexFeatureFiles.Render(handle, context),
                _ => [], // The others exist already, with their own definitions.
            })
            {
                yield return file;
            }
        }
    }

    /// <summary>The columns of the entities that a view is of.</summary>
    public static IEnumerable<EntityConfig> KeysOf(FeatureViewConfig view, FeatureStoreConfig store) => view.Entities.Select(entity => store.Entities[entity]);

    /// <summary>A view's key columns and features, each with what the engine calls its type.</summary>
    public static TemplateMap Columns(FeatureViewConfig view, FeatureStoreConfig store, Func<FeatureType, string> type) => new(
    [
        .. KeysOf(view, store).Select(key => KeyValuePair.Create(key.Key, (TemplateValue)type(key.Type))),
        .. view.Features.Select(feature => KeyValuePair.Create(feature.Key, (TemplateValue)type(feature.Value.Type))),
    ]);
}
