using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Foundation;

/// <summary>What people need to get into their workspaces on AWS, and to start one again that has stopped because nobody used it.</summary>
internal static class AwsWorkspaceStatements
{
    /// <param name="ofTheStack">Holds for what carries the stack's tags.</param>
    public static IEnumerable<PolicyStatement> Of(StackExpansion expansion, IReadOnlyList<ComponentConfig> components, ValueMap ofTheStack)
    {
        var aws = expansion.Foundations.Aws;
        if (components.Any(component => component is MachineWorkspaceConfig))
        {
            yield return new PolicyStatement(["ec2:StartInstances", "ec2:StopInstances"], [Output.Format($"arn:aws:ec2:{aws.Region}:{aws.AccountId}:instance/*")]) { Condition = ofTheStack };
            yield return new PolicyStatement(["ec2:DescribeInstances", "ssm:DescribeInstanceInformation"], ["*"]); // These take no resource.
            if (aws.Keys.ArnFor("disks") is { } key)
            {
                // A machine starts with its starter's right to the key of its disks (Amazon EBS user guide, "Required permissions for EBS encryption").
                yield return new PolicyStatement(["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"], [key])
                {
                    Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["kms:ViaService"] = $"ec2.{aws.Region}.amazonaws.com" } },
                };
            }
        }

        if (components.Any(component => component is StudioConfig))
        {
            yield return new PolicyStatement(
                ["sagemaker:CreatePresignedDomainUrl", "sagemaker:DescribeDomain", "sagemaker:DescribeUserProfile", "sagemaker:DescribeSpace", "sagemaker:DescribeApp"],
                [Output.Format($"arn:aws:sagemaker:{aws.Region}:{aws.AccountId}:*")]) { Condition = ofTheStack };
            yield return new PolicyStatement(["sagemaker:ListApps", "sagemaker:ListDomains", "sagemaker:ListSpaces", "sagemaker:ListUserProfiles"], ["*"]); // Lists take no resource.
        }
    }
}
