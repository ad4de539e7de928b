using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>An S3 bucket for others to use.</summary>
/// <param name="Arn">The bucket's ARN.</param>
/// <param name="Key">The ARN of the KMS key that encrypts it; null for S3's own.</param>
internal sealed record AwsObjectStoreHandle(Input<string> Bucket, Input<string> Arn, Input<string>? Key)
    : ObjectStoreHandle(Bucket, Output.Format($"s3://{Bucket}"))
{
    /// <summary>What nothing refers to: an object that is there before them has no version and not the bucket's key.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    public override ValueMap Outputs => new() { ["bucket"] = Bucket, ["url"] = Url, ["arn"] = Arn };

    public override IReadOnlyList<PolicyStatement> StatementsFor(AccessLevel level)
    {
        string[] objects = level == AccessLevel.Write
            ? ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
            : ["s3:GetObject", "s3:GetObjectVersion"];
        var statements = new List<PolicyStatement>
        {
            new(["s3:ListBucket", "s3:GetBucketLocation"], [Arn]),
            new(objects, [Output.Format($"{Arn}/*")]),
        };
        if (Key is not null)
        {
            statements.Add(new PolicyStatement(level == AccessLevel.Write ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"], [Key]));
        }

        return statements;
    }
}
