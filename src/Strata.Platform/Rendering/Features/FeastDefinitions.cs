using Strata.Graph;
using Strata.Platform.FeatureStores;
using Strata.Platform.Storage;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Entities, views and services as Feast's own Python objects (Feast's documentation of v0.66, "Concepts" and "Data sources").</summary>
internal static class FeastDefinitions
{
    private const string Contrib = "feast.infra.offline_stores.contrib";

    public static TemplateMap Model(FeatureStoreHandle handle, RenderContext context)
    {
        var config = handle.Config;
        var offline = ((ObjectValue)handle.Settings!["offline_store"]!).Properties.ToDictionary(property => property.Name, property => property.Value);
        var kind = ((TextValue)offline["type"]).Text;
        var (module, type) = kind switch
        {
            "athena" => ($"{Contrib}.athena_offline_store.athena_source", "AthenaSource"),
            "postgres" => ($"{Contrib}.postgres_offline_store.postgres_source", "PostgreSQLSource"),
            "bigquery" => ("feast", "BigQuerySource"),
            _ => ("feast", "FileSource"),
        };
        return new TemplateMap(
            new("store", config.Name),
            new("has_ttl", config.Views.Values.Any(view => view.Ttl is not null)),
            new("types", TemplateValue.List(config.Views.Values.SelectMany(view => view.Features.Values.Select(feature => feature.Type).Concat(FeatureFiles.KeysOf(view, config).Select(key => key.Type)))
                .Select(TypeOf).Distinct().Order(StringComparer.Ordinal).Select(name => (TemplateValue)name))),
            new("source_module", module),
            new("names", TemplateValue.List(new[] { "Entity", config.Services.Count > 0 ? "FeatureService" : null, "FeatureView", "Field", "ValueType", module == "feast" ? type : null }
                .OfType<string>().Order(StringComparer.Ordinal).Select(name => (TemplateValue)name))),
            new("source_class", type),
            new("entities", TemplateValue.List(config.Entities.Select(entity => (TemplateValue)new TemplateMap(
                new("name", entity.Key),
                new("key", entity.Value.Key),
                new("type", ValueTypeOf(entity.Value.Type)),
                new("description", entity.Value.Description))))),
            new("views", TemplateValue.List(config.Views.Select(view => (TemplateValue)View(view.Key, view.Value, config, Source(view.Value, kind, offline, handle, context))))),
            new("services", TemplateValue.List(config.Services.Select(service => (TemplateValue)new TemplateMap(
                new("name", service.Key),
                new("reads", TemplateValue.List(Reads(service.Value))),
                new("model", service.Value.Model))))));
    }

    private static TemplateMap View(string name, FeatureViewConfig view, FeatureStoreConfig config, TemplateMap source) => new(
        new("name", name),
        new("source", source),
        new("entities", TemplateValue.List(view.Entities.Select(entity => (TemplateValue)entity))),
        new("keys", TemplateValue.List(FeatureFiles.KeysOf(view, config).Select(key => (TemplateValue)new TemplateMap(new("name", key.Key), new("type", TypeOf(key.Type)))))),
        new("features", TemplateValue.List(view.Features.Select(feature => (TemplateValue)new TemplateMap(
            new("name", feature.Key),
            new("type", TypeOf(feature.Value.Type)),
            new("description", feature.Value.Description))))),
        new("ttl", view.Ttl is { } ttl ? ttl.Seconds : TemplateValue.Null),
        new("online", view.Online),
        new("owner", view.Owner),
        new("freshness", view.Freshness.ToString()));

    /// <summary>One entry for each view, with the features of it when not all are read.</summary>
    private static IEnumerable<TemplateValue> Reads(FeatureServiceConfig service)
    {
        foreach (var view in service.Reads.GroupBy(read => read.Split('.')[0]))
        {
            List<string> features = [.. view.Where(read => read.Contains('.', StringComparison.Ordinal)).Select(read => read.Split('.')[1])];
            yield return new TemplateMap(
                new("view", view.Key),
                new("features", view.Contains(view.Key) ? TemplateValue.Null : TemplateValue.List(features.Select(feature => (TemplateValue)feature))));
        }
    }

    /// <summary>What the source is made with.</summary>
    private static TemplateMap Source(FeatureViewConfig view, string kind, Dictionary<string, Value> offline, FeatureStoreHandle handle, RenderContext context)
    {
        List<KeyValuePair<string, TemplateValue>> arguments = [];
        switch (kind)
        {
            case "athena":
                var (database, table) = FeatureTables.InAthena(view.Source.Table!, Known("database"));
                arguments.AddRange([new("table", table), new("database", database), new("data_source", Known("data_source"))]);
                break;
            case "bigquery":
                arguments.Add(new("table", FeatureTables.InBigQuery(view.Source.Table!, Known("project_id"), Known("dataset"))));
                break;
            case "postgres":
                arguments.Add(new("table", view.Source.Table));
                break;
            default:
                var store = context.HandleOf<ObjectStoreHandle>(context.Stack.Components.OfType<ObjectStore>().First(one => one.Name == ((FeastConfig)handle.Config).Offline!.Name))!;
                arguments.Add(new("path", $"{context.Known(store.Url, $"'{handle.Config.Name}'", handle.Config.KeySpan)}/{view.Source.Path}/"));
                if (store is KubernetesObjectStoreHandle cluster)
                {
                    arguments.Add(new("s3_endpoint_override", cluster.Server.Endpoint));
                }

                break;
        }

        arguments.Add(new("timestamp_field", view.Source.EventTime));
        if (view.Source.Created is { } created)
        {
            arguments.Add(new("created_timestamp_column", created));
        }

        return new TemplateMap(arguments);

        string? Known(string setting) => context.KnownValue(offline[setting], $"'{handle.Config.Name}'", handle.Config.KeySpan);
    }

    private static string TypeOf(FeatureType type) => type == FeatureType.Timestamp ? "UnixTimestamp" : type.ToString();

    private static string ValueTypeOf(FeatureType type) => type switch
    {
        FeatureType.Float32 => "FLOAT",
        FeatureType.Float64 => "DOUBLE",
        FeatureType.Timestamp => "UNIX_TIMESTAMP",
        _ => type.ToString().ToUpperInvariant(),
    };
}
