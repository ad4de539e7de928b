using Strata.Platform.Components;

namespace Strata.Platform.Storage;

/// <summary>The kinds of storage, and what becomes of each on each cloud.</summary>
internal static class StorageCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        ComponentKind.Of<ObjectStore>("storage", "objects", "strata:storage:ObjectStore")
            .On<ObjectStore>(Cloud.Aws, AwsObjectStore.Expand)
            .On<ObjectStore>(Cloud.Gcp, GcpObjectStore.Expand)
            .On<ObjectStore>(Cloud.Kubernetes, KubernetesObjectStore.Expand),
        ComponentKind.Of<FileStore>("storage", "files", "strata:storage:FileStore")
            .On<FileStore>(Cloud.Aws, AwsFileStore.Expand)
            .On<FileStore>(Cloud.Gcp, GcpFileStore.Expand)
            .On<FileStore>(Cloud.Kubernetes, KubernetesFileStore.Expand),
        ComponentKind.Of<Scratch>("storage", "scratch", "strata:storage:Scratch")
            .On<Scratch>(Cloud.Aws, AwsScratch.Expand)
            .On<Scratch>(Cloud.Gcp, GcpScratch.Expand)
            .On<Scratch>(Cloud.Kubernetes, KubernetesScratch.Expand),
        ComponentKind.Of<BlockStorage>("storage", "block", "strata:storage:BlockStorage")
            .On<BlockStorage>(Cloud.Aws, AwsBlockStorage.Expand)
            .On<BlockStorage>(Cloud.Gcp, GcpBlockStorage.Expand)
            .On<BlockStorage>(Cloud.Kubernetes, KubernetesBlockStorage.Expand),
        ComponentKind.Of<Warehouse>("storage", "warehouse", "strata:storage:Warehouse", (w, cloud) => w.Engine ?? DefaultEngine(cloud))
            .On<Warehouse>(Cloud.Aws, AthenaWarehouse.Expand, WarehouseEngine.Athena)
            .On<Warehouse>(Cloud.Aws, RedshiftWarehouse.Expand, WarehouseEngine.Redshift)
            .On<Warehouse>(Cloud.Aws, AwsPostgresWarehouse.Expand, WarehouseEngine.Postgres)
            .On<Warehouse>(Cloud.Aws, SnowflakeWarehouse.Expand, WarehouseEngine.Snowflake)
            .Refuse(Cloud.Aws, "BigQuery is Google Cloud's.", "Use engine: athena or redshift, or put this one component on 'cloud: gcp'.", WarehouseEngine.Bigquery)
            .On<Warehouse>(Cloud.Gcp, BigQueryWarehouse.Expand, WarehouseEngine.Bigquery)
            .On<Warehouse>(Cloud.Gcp, GcpPostgresWarehouse.Expand, WarehouseEngine.Postgres)
            .On<Warehouse>(Cloud.Gcp, SnowflakeWarehouse.Expand, WarehouseEngine.Snowflake)
            .Refuse(Cloud.Gcp, "Athena is AWS's.", "Use engine: bigquery, or put this one component on 'cloud: aws'.", WarehouseEngine.Athena)
            .Refuse(Cloud.Gcp, "Redshift is AWS's.", "Use engine: bigquery, or put this one component on 'cloud: aws'.", WarehouseEngine.Redshift)
            .On<Warehouse>(Cloud.Kubernetes, KubernetesPostgres.Expand, WarehouseEngine.Postgres)
            .On<Warehouse>(Cloud.Kubernetes, SnowflakeWarehouse.Expand, WarehouseEngine.Snowflake)
            .Refuse(Cloud.Kubernetes, "Athena is a service of AWS.", "Use engine: postgres, or put this one component on 'cloud: aws'.", WarehouseEngine.Athena)
            .Refuse(Cloud.Kubernetes, "Redshift is a service of AWS.", "Use engine: postgres, or put this one component on 'cloud: aws'.", WarehouseEngine.Redshift)
            .Refuse(Cloud.Kubernetes, "BigQuery is a service of Google Cloud.", "Use engine: postgres, or put this one component on 'cloud: gcp'.", WarehouseEngine.Bigquery),
        ComponentKind.Of<VectorStore>("storage", "vectors", "strata:storage:VectorStore")
            .On<VectorStore>(Cloud.Kubernetes, Qdrant.Expand)
            .Refuse(Cloud.Aws, "AWS does not sell Qdrant.", "Use kind: warehouse with engine: postgres, whose extension 'vector' finds neighbours, or put this one component on 'cloud: kubernetes'.")
            .Refuse(Cloud.Gcp, "Google Cloud does not sell Qdrant.", "Use kind: warehouse with engine: postgres, whose extension 'vector' finds neighbours, or put this one component on 'cloud: kubernetes'."),
    ];

    private static WarehouseEngine DefaultEngine(Cloud cloud) => cloud switch
    {
        Cloud.Aws => WarehouseEngine.Athena,
        Cloud.Gcp => WarehouseEngine.Bigquery,
        _ => WarehouseEngine.Postgres,
    };
}
