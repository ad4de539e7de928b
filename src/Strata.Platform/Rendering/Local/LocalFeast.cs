using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.FeatureStores;

namespace Strata.Platform.Rendering;

/// <summary>Feature stores on a laptop: Feast with the stack's own definitions, and Redis as its online store.</summary>
internal static class LocalFeast
{
    public static void Add(ComposeFile compose, RenderContext context)
    {
        foreach (var store in context.Stack.Components.OfType<FeatureStoreConfig>())
        {
            if (context.HandleOf<FeatureStoreHandle>(store) is not { } handle)
            {
                continue;
            }

            if (store is not FeastConfig || handle.Settings is null)
            {
                compose.Missing.Add($"the feature store '{store.Name}', which only its cloud runs");
            }
            else if (SettingsOf(handle.Settings, context) is not { } settings)
            {
                compose.Missing.Add($"the feature store '{store.Name}', whose features lie in a warehouse that only its cloud runs");
            }
            else if (store.Views.Count > 0)
            {
                Add(store.Name, settings, compose);
            }
        }
    }

    private static void Add(string name, ValueMap settings, ComposeFile compose)
    {
        var folder = $"features/{name}";
        var password = compose.Password("REDIS_PASSWORD");
        compose.Files.Add(new RenderedFile($"{LocalFiles.Folder}/{folder}/feature_store.yaml", YamlText.Of(settings), "local/feast"));
        compose.Add("redis", new()
        {
            ["image"] = ContainerImages.Get("valkey").Reference,
            ["command"] = Value.List("valkey-server", "--requirepass", password, "--save", "60", "1"),
            ["environment"] = new ValueMap { ["REDISCLI_AUTH"] = password },
            ["volumes"] = Value.List(compose.Volume("redis", "/data")),
            ["healthcheck"] = ComposeFile.Check("valkey-cli", "ping"),
        });
        var environment = new ValueMap { ["REDIS_PASSWORD"] = password, ["FEAST_S3_ENDPOINT_URL"] = compose.Environment["AWS_ENDPOINT_URL_S3"] };
        foreach (var (variable, value) in (IEnumerable<Property>)compose.Environment)
        {
            environment[variable] = value;
        }

        string[] first = ["redis", .. new[] { "buckets", "gcs-buckets", "postgres" }.Where(compose.Has)];
        compose.Add($"feast-{name}-apply", Service(["apply"], compose.After(first)));
        var server = Service(["serve", "-h", "0.0.0.0", "-p", "6566"], compose.After([$"feast-{name}-apply"]));
        server["healthcheck"] = ComposeFile.Check("python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:6566/health')");
        compose.Add($"feast-{name}", server);
        compose.Environment[$"FEAST_{name.ToUpperInvariant().Replace('-', '_')}_URL"] = $"http://feast-{name}:6566";

        ValueMap Service(string[] words, ValueMap after) => new()
        {
            ["image"] = ContainerImages.Get("feast-feature-server").Reference,
            ["command"] = Value.List(["feast", "-c", "/feast", .. words.Select(word => (Value)word)]),
            ["environment"] = environment,
            ["volumes"] = Value.List($"./{folder}/feature_store.yaml:/feast/feature_store.yaml:ro", $"../{folder}/definitions.py:/feast/definitions.py:ro"),
            ["depends_on"] = after,
        };
    }

    /// <summary>The same project and registry as in the stack, with stores that are here; null where the offline store is a cloud's.</summary>
    private static ValueMap? SettingsOf(ValueMap settings, RenderContext context)
    {
        var offline = (ObjectValue)settings["offline_store"]!;
        var type = ((TextValue)offline["type"]!).Text;
        if (type is not ("duckdb" or "postgres") || (settings["registry"] as ObjectValue)?["path"] is not { } path || KnownText.Of(path, context.Stack).Text is not { } registry)
        {
            return null;
        }

        return new()
        {
            ["project"] = settings["project"],
            ["provider"] = "local",
            ["registry"] = new ValueMap { ["registry_type"] = "file", ["path"] = registry, ["cache_ttl_seconds"] = 5 },
            ["online_store"] = new ValueMap { ["type"] = "redis", ["connection_string"] = "redis:6379,password=${REDIS_PASSWORD}" },
            ["offline_store"] = type == "duckdb" ? new ValueMap { ["type"] = "duckdb" } : new ValueMap
            {
                ["type"] = "postgres",
                ["host"] = "postgres",
                ["port"] = 5432,
                ["database"] = offline["database"],
                ["db_schema"] = "public",
                ["user"] = "postgres",
                ["password"] = "${PGPASSWORD}",
            },
            ["entity_key_serialization_version"] = 3,
        };
    }
}
