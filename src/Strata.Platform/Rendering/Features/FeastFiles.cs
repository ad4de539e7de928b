using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.FeatureStores;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A Feast repository: settings, definitions, and a check that training and serving read the same.</summary>
internal static class FeastFiles
{
    public static IEnumerable<RenderedFile> Render(FeatureStoreHandle handle, RenderContext context)
    {
        var (config, settings) = (handle.Config, handle.Settings!);
        var folder = $"features/{config.Name}";
        yield return FeastSettingsFile.Render(settings, folder, context);
        if (config.Views.Count > 0 && context.File($"{folder}/definitions.py", "features/definitions.py.sbn", FeastDefinitions.Model(handle, context)) is { } definitions)
        {
            yield return definitions;
        }

        if (Served(config).Any() && context.File($"{folder}/check_consistency.py", "features/check_consistency.py.sbn", Check(config)) is { } check)
        {
            yield return check;
        }

        yield return new RenderedFile($"{folder}/requirements.txt", $"feast[{string.Join(',', Extras(settings))}]=={ContainerImages.Get("feast-feature-server").Tag}\n", "features/requirements");
    }

    /// <summary>What of Feast has to be installed besides itself for the stores in use (feast-dev/feast: setup.py of v0.66.0).</summary>
    private static IEnumerable<string> Extras(ValueMap settings) =>
        new[] { "offline_store", "online_store" }
            .Select(part => ((ObjectValue)settings[part]!).Properties.First(property => property.Name == "type").Value)
            .OfType<TextValue>()
            .Select(type => type.Text switch { "athena" or "dynamodb" => "aws", "bigquery" or "datastore" or "bigtable" => "gcp", var other => other })
            .Append(settings["provider"] is TextValue { Text: "gcp" } ? "gcp" : "aws") // The registry is a file in a bucket.
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>Services with what can be looked up one by one; views for training alone have nothing to compare with.</summary>
    private static IEnumerable<(string Service, IReadOnlyList<(string View, string Feature)> Features)> Served(FeatureStoreConfig config) =>
        config.Services
            .Select(service => (service.Key, (IReadOnlyList<(string, string)>)[.. service.Value.Reads.SelectMany(read => FeaturesOf(read, config)).Distinct()]))
            .Where(service => service.Item2.Count > 0);

    private static IEnumerable<(string View, string Feature)> FeaturesOf(string read, FeatureStoreConfig config)
    {
        var view = read.Split('.')[0];
        return !config.Views[view].Online ? [] : read.Split('.') is [_, var feature] ? [(view, feature)] : config.Views[view].Features.Keys.Select(name => (view, name));
    }

    private static TemplateMap Check(FeatureStoreConfig config) => new(new KeyValuePair<string, TemplateValue>("services", new TemplateMap(Served(config).Select(service => KeyValuePair.Create(service.Service, (TemplateValue)new TemplateMap(
        new("keys", List(service.Features.SelectMany(feature => FeatureFiles.KeysOf(config.Views[feature.View], config)).Select(key => key.Key).Distinct())),
        new("features", List(service.Features.Select(feature => $"{feature.View}:{feature.Feature}")))))))));

    private static TemplateValue List(IEnumerable<string> texts) => TemplateValue.List(texts.Select(text => (TemplateValue)text));
}
