using Strata.Graph;

namespace Strata.Platform.Previews;

/// <summary>The resource types whose loss is the loss of something nobody can make again, and what that is.</summary>
internal static class DataHolders
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["aws:backup/vault:Vault"] = "backups",
        ["aws:dynamodb/table:Table"] = "a table",
        ["aws:ebs/volume:Volume"] = "a disk",
        ["aws:ecr/repository:Repository"] = "images",
        ["aws:codeartifact/repository:Repository"] = "packages",
        ["aws:efs/fileSystem:FileSystem"] = "files",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = "what the cache holds",
        ["aws:elasticache/serverlessCache:ServerlessCache"] = "what the cache holds",
        ["aws:fsx/lustreFileSystem:LustreFileSystem"] = "files",
        ["aws:glue/catalogDatabase:CatalogDatabase"] = "the catalog's tables",
        ["aws:kms/key:Key"] = "whatever is encrypted with the key",
        ["aws:rds/cluster:Cluster"] = "a database",
        ["aws:rds/instance:Instance"] = "a database",
        ["aws:redshiftserverless/namespace:Namespace"] = "a warehouse",
        ["aws:s3/bucket:Bucket"] = "objects",
        ["aws:s3tables/tableBucket:TableBucket"] = "tables",
        ["aws:sagemaker/domain:Domain"] = "people's home folders",
        ["aws:sagemaker/featureGroup:FeatureGroup"] = "features",
        ["aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer"] = "experiments and models",
        ["aws:sagemaker/modelPackageGroup:ModelPackageGroup"] = "models",
        ["aws:sagemaker/notebookInstance:NotebookInstance"] = "a person's work",
        ["aws:sagemaker/space:Space"] = "a person's work",
        ["aws:secretsmanager/secret:Secret"] = "a secret",
        ["gcp:artifactregistry/repository:Repository"] = "images",
        ["gcp:bigquery/dataset:Dataset"] = "tables",
        ["gcp:bigquery/table:Table"] = "a table",
        ["gcp:bigtable/instance:Instance"] = "tables",
        ["gcp:bigtable/table:Table"] = "a table",
        ["gcp:compute/disk:Disk"] = "a disk",
        ["gcp:filestore/instance:Instance"] = "files",
        ["gcp:firestore/database:Database"] = "a database",
        ["gcp:kms/cryptoKey:CryptoKey"] = "whatever is encrypted with the key",
        ["gcp:lustre/instance:Instance"] = "files",
        ["gcp:memorystore/instance:Instance"] = "what the cache holds",
        ["gcp:parallelstore/instance:Instance"] = "files",
        ["gcp:redis/cluster:Cluster"] = "what the cache holds",
        ["gcp:redis/instance:Instance"] = "what the cache holds",
        ["gcp:secretmanager/secret:Secret"] = "a secret",
        ["gcp:sql/database:Database"] = "a database",
        ["gcp:sql/databaseInstance:DatabaseInstance"] = "databases",
        ["gcp:storage/bucket:Bucket"] = "objects",
        ["gcp:vertex/aiFeatureGroup:AiFeatureGroup"] = "features",
        ["gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore"] = "features",
        ["gcp:vertex/aiMetadataStore:AiMetadataStore"] = "what is known of runs",
        ["gcp:vertex/aiTensorboard:AiTensorboard"] = "experiments",
        ["gcp:workbench/instance:Instance"] = "a person's work",
        ["gcp:workstations/workstation:Workstation"] = "a person's work",
        ["kubernetes:core/v1:PersistentVolume"] = "a disk",
        ["kubernetes:core/v1:PersistentVolumeClaim"] = "a disk",
        ["kubernetes:postgresql.cnpg.io/v1:Cluster"] = "a database",
        ["kubernetes:minio.min.io/v2:Tenant"] = "objects",
    };

    /// <summary>What is in a resource; null when it holds nothing. Whatever a component protects or keeps holds something too.</summary>
    public static string? ContentOf(Resource resource) =>
        Types.GetValueOrDefault(resource.TypeToken)
        ?? (HasVolumes(resource) ? "disks" : resource is not ProviderResource && (resource.ResourceOptions.Protect || resource.ResourceOptions.RetainOnDelete) ? "what its component protects" : null);

    private static bool HasVolumes(Resource resource) =>
        resource.TypeToken == "kubernetes:apps/v1:StatefulSet"
        && resource.InputProperties.FirstOrDefault(input => input.Name == "spec").Value is ObjectValue spec && spec["volumeClaimTemplates"] is ListValue { Items.Length: > 0 };
}
