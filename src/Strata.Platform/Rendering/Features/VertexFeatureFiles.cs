using Strata.Platform.FeatureStores;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Vertex AI reads features from BigQuery: what is left is adding rows there, and asking for them online.</summary>
internal static class VertexFeatureFiles
{
    public static IEnumerable<RenderedFile> Render(FeatureStoreHandle handle, RenderContext context)
    {
        var config = handle.Config;
        var project = context.Stack.Providers.GcpProject;
        var location = Known("location");
        var dataset = Known("dataset");
        var online = handle.More["onlineStore"] is null ? null : Known("onlineStore");
        var views = config.Views.Where(view => view.Value.Source.Table is not null).Select(view => (TemplateValue)new TemplateMap(
            new("name", view.Key),
            new("table", FeatureTables.InBigQuery(view.Value.Source.Table!, project, dataset)),
            new("feature_view", online is null || !view.Value.Online ? null : $"projects/{project}/locations/{location}/featureOnlineStores/{online}/featureViews/{view.Key}"),
            new("keys", TemplateValue.List(FeatureFiles.KeysOf(view.Value, config).Select(key => (TemplateValue)key.Key))),
            new("event_time", view.Value.Source.EventTime),
            new("columns", FeatureFiles.Columns(view.Value, config, TypeOf))));
        var model = new TemplateMap(new("store", config.Name), new("project", project), new("location", location), new("views", TemplateValue.List(views)));
        if (context.File($"features/{config.Name}/ingest.py", "features/vertex_ingest.py.sbn", model) is { } file)
        {
            yield return file;
        }

        string? Known(string output) => context.KnownValue(handle.More[output]!, $"'{config.Name}'", config.KeySpan);
    }

    /// <summary>BigQuery's types.</summary>
    private static string TypeOf(FeatureType type) => type switch
    {
        FeatureType.Int32 or FeatureType.Int64 => "INT64",
        FeatureType.Float32 or FeatureType.Float64 => "FLOAT64",
        FeatureType.Bool => "BOOL",
        FeatureType.Timestamp => "TIMESTAMP",
        _ => "STRING",
    };
}
