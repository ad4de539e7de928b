using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Storage;

namespace Strata.Platform.FeatureStores;

/// <summary>feature_store.yaml: how every client of Feast finds registry and stores. JSON is YAML too, and can be put together from values known only later.</summary>
internal static class FeastProject
{
    /// <summary>Feast takes letters, digits and underscores.</summary>
    public static string NameOf(ComponentContext context) => $"{context.Stack.Name}_{context.Name}".Replace('-', '_');

    public static Output<string> RegistryPath(ComponentContext context, ObjectStoreHandle registry) => Output.Format($"{registry.Url}/feast/{NameOf(context)}/registry.db");

    public static ValueMap Settings(ComponentContext context, string project, ObjectStoreHandle registry, ValueMap online, ValueMap offline) => new()
    {
        ["project"] = project,
        ["provider"] = context.Cloud switch { Cloud.Aws => "aws", Cloud.Gcp => "gcp", _ => "local" },
        ["registry"] = new ValueMap { ["registry_type"] = "file", ["path"] = RegistryPath(context, registry), ["cache_ttl_seconds"] = 60 },
        ["online_store"] = online,
        ["offline_store"] = offline,
        ["entity_key_serialization_version"] = 3,
        ["auth"] = new ValueMap { ["type"] = "kubernetes" },
    };
}
