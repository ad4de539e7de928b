using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Where data lies on AWS. Disks have a size; of most others nobody says how much will be in them.</summary>
internal static class AwsStorage
{
    private const string Table = "aws:dynamodb/table:Table";

    public static Pricer Pricer { get; } = new(
        [
            "aws:ebs/volume:Volume", "aws:s3/bucket:Bucket", "aws:s3tables/tableBucket:TableBucket", "aws:efs/fileSystem:FileSystem", "aws:ecr/repository:Repository",
            Table, "aws:fsx/lustreFileSystem:LustreFileSystem", "aws:sagemaker/space:Space", "aws:cloudwatch/logGroup:LogGroup", "aws:backup/vault:Vault",
        ],
        (resource, context) => resource.TypeToken == Table ? TableOf(resource, context) : [Of(resource, context)]);

    /// <summary>Tables on demand cost by what is asked of them; others by a capacity that is not looked at.</summary>
    private static IEnumerable<CostPart> TableOf(Resource table, CostContext context) => table.At("billingMode").AsText() == "PAY_PER_REQUEST"
        ?
        [
            context.Usage(table, "table", "how much is stored", "dynamodb/storage"),
            context.Usage(table, "reads of the table", "how much is read", "dynamodb/read", "million read request units"),
            context.Usage(table, "writes of the table", "how much is written", "dynamodb/write", "million write request units"),
        ]
        : [context.Usage(table, "table", "the capacity for reads and writes, and how much is stored", "dynamodb/storage")];

    private static CostPart Of(Resource resource, CostContext context) => resource.TypeToken switch
    {
        "aws:ebs/volume:Volume" => context.Part(resource, "disk", $"ebs/{resource.At("type").AsText() ?? "gp3"}", Amount.Of((decimal)(resource.At("size").AsNumber() ?? 0)), "GB"),
        "aws:s3/bucket:Bucket" => context.Usage(resource, "objects", "how much is stored", "s3/standard"),
        "aws:efs/fileSystem:FileSystem" => context.Usage(resource, "files", "how much is stored", resource.At("availabilityZoneName") is null ? "efs/standard" : "efs/one-zone"),
        "aws:ecr/repository:Repository" => context.Usage(resource, "images", "how large the images are", "ecr/storage"),
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
