using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>What the steps of a pipeline may do, and the jobs that they start.</summary>
internal static class SageMakerRights
{
    /// <param name="role">The name of the role itself, which it hands to its jobs.</param>
    public static IReadOnlyList<PolicyStatement> Of(ComponentContext context, string role)
    {
        var aws = context.Expansion.Foundations.Aws;
        var all = Output.Format($"arn:aws:sagemaker:{aws.Region}:{aws.AccountId}:");
        return
        [
            new(
                [.. ((string[])["Training", "Processing", "Transform"]).SelectMany(job => (string[])[$"sagemaker:Create{job}Job", $"sagemaker:Describe{job}Job", $"sagemaker:Stop{job}Job"]), "sagemaker:AddTags", "sagemaker:ListTags"],
                [Output.Format($"{all}training-job/*"), Output.Format($"{all}processing-job/*"), Output.Format($"{all}transform-job/*")]),
            new(
                ["sagemaker:CreateModel", "sagemaker:DescribeModel", "sagemaker:CreateModelPackage", "sagemaker:CreateModelPackageGroup", "sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup", "sagemaker:ListModelPackages"],
                [Output.Format($"{all}model/*"), Output.Format($"{all}model-package/*"), Output.Format($"{all}model-package-group/*")]),
            new(["iam:PassRole"], [Output.Format($"arn:aws:iam::{aws.AccountId}:role{context.Stack.Config.Access.RolePath}{role}")])
            {
                Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["iam:PassedToService"] = "sagemaker.amazonaws.com" } },
            },
            new(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], [Output.Format($"arn:aws:logs:{aws.Region}:{aws.AccountId}:log-group:/aws/sagemaker/*")]),

            // These take no resource: metrics, and the network cards by which jobs join the stack's network.
            new(["cloudwatch:PutMetricData"], ["*"]) { Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["cloudwatch:namespace"] = Value.List("/aws/sagemaker/TrainingJobs", "/aws/sagemaker/ProcessingJobs", "/aws/sagemaker/TransformJobs") } } },
            new(
                [
                    "ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission",
                    "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs", "ec2:DescribeDhcpOptions", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
                ],
                ["*"]),
        ];
    }
}
