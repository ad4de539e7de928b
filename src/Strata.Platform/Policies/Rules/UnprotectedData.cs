using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Data in production that one wrong line can delete.</summary>
internal static class UnprotectedData
{
    public static PolicyRule Rule { get; } = new(
        "STR780",
        "unprotected-data",
        PolicySubjects.Data,
        Severity.Error,
        "What holds data in production without 'protect': buckets, tables, databases, shares, volumes of people, registries, keys; and buckets that are emptied when they are deleted.",
        "Renaming a component, or a replacement that nobody read, deletes the data with it.")
    {
        Types =
        [
            "aws:s3/bucket:Bucket", "aws:s3tables/tableBucket:TableBucket", "aws:dynamodb/table:Table", "aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:efs/fileSystem:FileSystem",
            "aws:ebs/volume:Volume", "aws:ecr/repository:Repository", "aws:glue/catalogDatabase:CatalogDatabase", "aws:kms/key:Key", "aws:redshiftserverless/namespace:Namespace",
            "gcp:storage/bucket:Bucket", "gcp:bigquery/dataset:Dataset", "gcp:bigtable/instance:Instance", "gcp:sql/databaseInstance:DatabaseInstance", "gcp:filestore/instance:Instance",
            "gcp:compute/disk:Disk", "gcp:artifactregistry/repository:Repository", "gcp:kms/cryptoKey:CryptoKey", "gcp:firestore/database:Database", "kubernetes:core/v1:PersistentVolumeClaim",
        ],
        OfResource = (data, context) => context.IsProd ? Check(data) : [],
    };

    private static IEnumerable<PolicyViolation> Check(Resource data)
    {
        if (!data.ResourceOptions.Protect)
        {
            yield return new(null, $"'{data.LogicalName}' holds data and is not protected. Protect it, so that the engine refuses to delete or replace it.");
        }

        if (data.At("forceDestroy").IsTrue() || data.At("forceDelete").IsTrue() || data.At("deleteContentsOnDestroy").IsTrue())
        {
            yield return new("forceDestroy", $"'{data.LogicalName}' is emptied when it is deleted. Leave that out in production.");
        }
    }
}
