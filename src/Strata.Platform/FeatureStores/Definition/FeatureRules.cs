using Strata.Platform.Components;

namespace Strata.Platform.FeatureStores;

/// <summary>What must hold for a definition, whichever engine keeps the features.</summary>
internal static class FeatureRules
{
    public static void Check(FeatureStoreConfig config, ComponentContext context)
    {
        foreach (var (name, view) in config.Views)
        {
            CheckView(name, view, config, context);
        }

        List<string> readable = [.. config.Views.Keys, .. config.Views.SelectMany(view => view.Value.Features.Keys.Select(feature => $"{view.Key}.{feature}"))];
        foreach (var (name, service) in config.Services)
        {
            foreach (var read in service.Reads.Where(read => !readable.Contains(read)))
            {
                context.Diagnostics.Add(FeatureStoreErrors.UnknownRead(service.SpanOf(nameof(service.Reads)), name, read, readable));
            }
        }
    }

    private static void CheckView(string name, FeatureViewConfig view, FeatureStoreConfig config, ComponentContext context)
    {
        foreach (var entity in view.Entities.Where(entity => !config.Entities.ContainsKey(entity)))
        {
            context.Diagnostics.Add(FeatureStoreErrors.UnknownEntity(view.SpanOf(nameof(view.Entities)), name, entity, [.. config.Entities.Keys]));
        }

        if ((view.Source.Table is null) == (view.Source.Path is null))
        {
            context.Diagnostics.Add(FeatureStoreErrors.SourceUnclear(view.SpanOf(nameof(view.Source)), name));
        }

        foreach (var (column, what) in ColumnsOf(view, config))
        {
            if (view.Features.TryGetValue(column, out var feature))
            {
                context.Diagnostics.Add(FeatureStoreErrors.NameTwice(feature.KeySpan, name, column, what));
            }
        }

        if (view.Ttl is { } ttl && view.Freshness.CompareTo(ttl) > 0)
        {
            context.Diagnostics.Add(FeatureStoreErrors.FreshnessAboveTtl(view.SpanOf(nameof(view.Ttl)), name, view.Freshness.ToString(), ttl.ToString()));
        }
    }

    /// <summary>The columns that a view has besides its features, with what they are.</summary>
    private static IEnumerable<(string Column, string What)> ColumnsOf(FeatureViewConfig view, FeatureStoreConfig config)
    {
        foreach (var entity in view.Entities.Where(config.Entities.ContainsKey))
        {
            yield return (config.Entities[entity].Key, "key");
        }

        yield return (view.Source.EventTime, "event time");
        if (view.Source.Created is { } created)
        {
            yield return (created, "time of writing");
        }
    }
}
