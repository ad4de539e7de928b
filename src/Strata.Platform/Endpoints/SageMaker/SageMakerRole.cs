using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>What SageMaker does in the endpoint's name: pull the image, read the model, write logs, and be in the network.</summary>
internal static class SageMakerRole
{
    public static Role Add(ComponentContext context, IEnumerable<ModelFiles> files)
    {
        var aws = context.Expansion.Foundations.Aws;
        var logs = Output.Format($"arn:aws:logs:{aws.Region}:{aws.AccountId}:log-group:/aws/sagemaker/*");
        var rights = ModelFiles.RightsFor(files);
        return AwsRole.Add(context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], PolicyStatement.Trust("sagemaker.amazonaws.com"), [],
        [
            .. rights.Storage.SelectMany(grant => grant.Storage.StatementsFor(grant.Level)),
            .. rights.Statements,
            new PolicyStatement(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], [logs]),
            new PolicyStatement(["cloudwatch:PutMetricData"], ["*"]) { Condition = new ValueMap { ["StringLike"] = new ValueMap { ["cloudwatch:namespace"] = "*SageMaker*" } } },
            new PolicyStatement(["ecr:GetAuthorizationToken"], ["*"]),
            new PolicyStatement(["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"], [$"arn:aws:ecr:{aws.Region}:*:repository/*"]),
            new PolicyStatement(
                [
                    "ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission",
                    "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs", "ec2:DescribeDhcpOptions", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
                ],
                ["*"]),
        ]);
    }
}
