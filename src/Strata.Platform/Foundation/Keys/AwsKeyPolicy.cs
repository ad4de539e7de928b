using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>
/// Who may use a KMS key. Without a policy that is whoever an IAM policy of the account allows it to; what works for the stack
/// under roles that AWS makes has to be let in by the key itself.
/// </summary>
internal static class AwsKeyPolicy
{
    private static readonly string[] Encrypting = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

    /// <summary>The policy of the key for a purpose; null where KMS's own is enough.</summary>
    public static Output<string>? For(string purpose, StackExpansion expansion)
    {
        var aws = expansion.Foundations.Aws;
        return Extra(purpose, expansion) is not { } extra ? null : PolicyDocument.Of(
            new PolicyStatement(["kms:*"], ["*"])
            {
                Sid = "Account",
                Principal = new ValueMap { ["AWS"] = Output.Format($"arn:aws:iam::{aws.AccountId}:root") },
            },
            extra);
    }

    private static PolicyStatement? Extra(string purpose, StackExpansion expansion) => purpose switch
    {
        // As the key that AWS keeps for EBS does it: whoever may make a disk may encrypt it. The CSI driver of a cluster that
        // another stack owns could not be allowed it any other way.
        "disks" => Through("ec2", expansion, [.. Encrypting, "kms:CreateGrant"]),
        "storage" when expansion.Stack.Components.OfType<Scratch>().Any(s => s.Source is not null && expansion.Stack.CloudOf(s) == Cloud.Aws) => Lustre(expansion),
        _ => null,
    };

    private static PolicyStatement Lustre(StackExpansion expansion)
    {
        var statement = Through("s3", expansion, Encrypting);
        statement.Condition!["ArnLike"] = new ValueMap
        {
            ["aws:PrincipalArn"] = Output.Format($"arn:aws:iam::{expansion.Foundations.Aws.AccountId}:role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/*"),
        };
        return statement;
    }

    private static PolicyStatement Through(string service, StackExpansion expansion, string[] actions) => new(actions, ["*"])
    {
        Sid = $"Through{service.ToUpperInvariant()}",
        Principal = new ValueMap { ["AWS"] = "*" },
        Condition = new ValueMap
        {
            ["StringEquals"] = new ValueMap
            {
                ["kms:CallerAccount"] = expansion.Foundations.Aws.AccountId,
                ["kms:ViaService"] = $"{service}.{expansion.Foundations.Aws.Region}.amazonaws.com",
            },
        },
    };
}
