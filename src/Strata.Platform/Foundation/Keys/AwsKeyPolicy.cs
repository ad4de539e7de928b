using Strata.Graph;

namespace Strata.Platform.Foundation;

/// <summary>Who may use a key of the stack: whom IAM allows it in the account, and the services that use it in their own name.</summary>
internal static class AwsKeyPolicy
{
    private static readonly string[] Use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"];

    // In a key's policy '*' is the key itself.
    private static readonly Input<string>[] ThisKey = ["*"];

    public static IEnumerable<PolicyStatement> For(string purpose, AwsFoundation aws) =>
    [
        // AWS' own default policy: without it IAM policies mean nothing for the key, and nobody could change or delete it.
        new(["kms:*"], ThisKey) { Sid = "LetIamDecide", Principal = new ValueMap { ["AWS"] = Output.Format($"arn:aws:iam::{aws.AccountId}:root") } },
        .. purpose switch
        {
            "storage" => Lustre(aws),
            "logs" => Logs(aws),
            "disks" => Disks(aws),
            _ => [],
        },
    ];

    /// <summary>FSx fills file systems from buckets by a service-linked role, one for each file system.</summary>
    private static IEnumerable<PolicyStatement> Lustre(AwsFoundation aws) =>
    [
        new(["kms:Decrypt", "kms:GenerateDataKey"], ThisKey)
        {
            Sid = "LustreReadsBuckets",
            Principal = new ValueMap { ["AWS"] = "*" },
            Condition = new ValueMap
            {
                ["StringEquals"] = new ValueMap { ["kms:CallerAccount"] = aws.AccountId, ["kms:ViaService"] = $"s3.{aws.Region}.amazonaws.com" },
                ["ArnLike"] = new ValueMap { ["aws:PrincipalArn"] = Output.Format($"arn:aws:iam::{aws.AccountId}:role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/*") },
            },
        },
    ];

    private static IEnumerable<PolicyStatement> Logs(AwsFoundation aws) =>
    [
        new(Use, ThisKey)
        {
            Sid = "CloudWatchEncryptsLogs",
            Principal = new ValueMap { ["Service"] = $"logs.{aws.Region}.amazonaws.com" },
            Condition = new ValueMap { ["ArnLike"] = new ValueMap { ["kms:EncryptionContext:aws:logs:arn"] = Output.Format($"arn:aws:logs:{aws.Region}:{aws.AccountId}:log-group:*") } },
        },
    ];

    /// <summary>As the policy of AWS' own key for disks has it: whoever in the account may have a disk may have it encrypted.</summary>
    private static IEnumerable<PolicyStatement> Disks(AwsFoundation aws) =>
    [
        new([.. Use, "kms:CreateGrant"], ThisKey)
        {
            Sid = "Ec2EncryptsDisks",
            Principal = new ValueMap { ["AWS"] = "*" },
            Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["kms:CallerAccount"] = aws.AccountId, ["kms:ViaService"] = $"ec2.{aws.Region}.amazonaws.com" } },
        },
    ];
}
