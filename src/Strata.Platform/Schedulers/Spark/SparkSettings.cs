using Strata.Graph;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>How Spark reaches the stack's storage, in its own settings.</summary>
internal static class SparkSettings
{
    /// <param name="history">Where finished applications are told of; null with Spark's own image, which has no connector for any store and could not even begin with a warehouse there.</param>
    public static ValueMap Of(ObjectStoreHandle store, ObjectStoreHandle? history)
    {
        if (history is null)
        {
            return [];
        }

        var settings = new ValueMap { ["spark.sql.warehouse.dir"] = Output.Format($"{PlaceOf(store)}warehouse") };
        settings["spark.eventLog.enabled"] = "true";
        settings["spark.eventLog.dir"] = PlaceOf(history);
        if (store is KubernetesObjectStoreHandle own)
        {
            settings["spark.hadoop.fs.s3a.endpoint"] = own.Server.Endpoint;
            settings["spark.hadoop.fs.s3a.path.style.access"] = "true";
        }

        return settings;
    }

    /// <summary>The bucket as Hadoop's connectors call it, with the slash of its root: other folders have to exist before Spark writes there.</summary>
    public static Input<string> PlaceOf(ObjectStoreHandle store) => store is GcpObjectStoreHandle ? Output.Format($"gs://{store.Bucket}/") : Output.Format($"s3a://{store.Bucket}/");
}
