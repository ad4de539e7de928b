using Strata.Graph;
using Strata.Platform.FeatureStores;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>SageMaker's feature groups are made with the stack; what is left is writing rows to them.</summary>
internal static class SageMakerFeatureFiles
{
    public static IEnumerable<RenderedFile> Render(FeatureStoreHandle handle, RenderContext context)
    {
        var config = handle.Config;
        var groups = ((ObjectValue)handle.More["groups"]!).Properties.ToDictionary(group => group.Name, group => group.Value);
        var views = config.Views.Select(view => (TemplateValue)new TemplateMap(
            new("name", view.Key),
            new("group", context.KnownValue(groups[view.Key], $"the view '{view.Key}'", view.Value.KeySpan)),
            new("key", config.Entities[view.Value.Entities[0]].Key),
            new("event_time", view.Value.Source.EventTime),
            new("columns", FeatureFiles.Columns(view.Value, config, SageMakerFeatures.TypeOf))));
        var model = new TemplateMap(new("store", config.Name), new("region", context.Stack.Providers.AwsRegion), new("views", TemplateValue.List(views)));
        if (context.File($"features/{config.Name}/ingest.py", "features/sagemaker_ingest.py.sbn", model) is { } file)
        {
            yield return file;
        }
    }
}
