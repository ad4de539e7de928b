using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Where data lies on AWS. Disks have a size; of most others nobody says how much will be in them.</summary>
internal static class AwsStorage
{
    public static Pricer Pricer { get; } = new(
        [
            "aws:ebs/volume:Volume", "aws:s3/bucket:Bucket", "aws:s3tables/tableBucket:TableBucket", "aws:efs/fileSystem:FileSystem", "aws:ecr/repository:Repository",
            "aws:dynamodb/table:Table", "aws:fsx/lustreFileSystem:LustreFileSystem", "aws:sagemaker/space:Space", "aws:cloudwatch/logGroup:LogGroup", "aws:backup/vault:Vault",
        ],
        (resource, context) => [Of(resource, context)]);

    private static CostPart Of(Resource resource, CostContext context) => resource.TypeToken switch
    {
        "aws:ebs/volume:Volume" => context.Part(resource, "disk", $"ebs/{resource.At("type").AsText() ?? "gp3"}", Amount.Of((decimal)(resource.At("size").AsNumber() ?? 0)), "GB"),
        "aws:s3/bucket:Bucket" => context.Usage(resource, "objects", "how much is stored", "s3/standard"),
        "aws:efs/fileSystem:FileSystem" => context.Usage(resource, "files", "how much is stored", resource.At("availabilityZoneName") is null ? "efs/standard" : "efs/one-zone"),
        "aws:ecr/repository:Repository" => context.Usage(resource, "images", "how large the images are", "ecr/storage"),
        "aws:dynamodb/table:Table" => context.Usage(resource, "table", "how much is stored, read and written", "dynamodb/storage"),
        "aws:cloudwatch/logGroup:LogGroup" => context.Usage(resource, "logs", "how much is logged", "cloudwatch/logs", "GB"),
        "aws:backup/vault:Vault" => context.Usage(resource, "backups", "how much is kept"),
        "aws:sagemaker/space:Space" => context.Part(resource, "disk of a space", "sagemaker-storage/gp3", Amount.Of((decimal)(resource.At("spaceSettings.spaceStorageSettings.ebsStorageSettings.ebsVolumeSizeInGb").AsNumber() ?? 5)), "GB"),
        "aws:fsx/lustreFileSystem:LustreFileSystem" => context.Part(
            resource,
            "Lustre file system",
            $"fsx-lustre/{resource.At("deploymentType").AsText()?.ToLowerInvariant().Replace('_', '-')}-{resource.At("perUnitStorageThroughput").AsText() ?? "scratch"}",
            Amount.Of((decimal)(resource.At("storageCapacity").AsNumber() ?? 0)),
            "GB"),
        _ => context.Usage(resource, "tables", "how much is stored"),
    };
}
