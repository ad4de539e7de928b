using Strata.Graph;
using Strata.Platform.Catalog;

namespace Strata.Platform.Schedulers;

/// <summary>The metadata service, however it is run: one image that first brings its tables up to date and then serves.</summary>
internal static class MetaflowService
{
    public const int Port = 8080;

    /// <summary>Says that it lives; asks for nothing.</summary>
    public const string Health = "/ping";

    public static string Image => ContainerImages.Get("metaflow-service").Reference;

    public static string[] Migrate => ["/opt/latest/bin/python3", "/root/run_goose.py"];

    public static string[] Serve => ["/opt/latest/bin/python3", "-m", "services.metadata_service.server"];

    /// <summary>Where its database is; user and password come from a secret.</summary>
    public static IReadOnlyList<KeyValuePair<string, Input<string>>> Environment(Input<string> host, Input<string> database) =>
    [
        new("MF_METADATA_DB_HOST", host),
        new("MF_METADATA_DB_PORT", "5432"),
        new("MF_METADATA_DB_NAME", database),
        new("MF_METADATA_DB_SSL_MODE", "require"),
        new("MF_METADATA_HOST", "0.0.0.0"),
    ];
}
