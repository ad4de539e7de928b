using Strata.Aws.CloudWatch;
using Strata.Aws.Ec2;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>A log of all connections in a VPC.</summary>
internal static class AwsFlowLogs
{
    private const string Name = $"{OwnAwsNetwork.Name}-flow-logs";

    public static void Add(Scope scope, StackExpansion expansion, Vpc vpc)
    {
        var isProd = expansion.Stack.Config.Environment == DeploymentEnvironment.Prod;
        var group = scope.Add(new LogGroup(Name)
        {
            Name = $"/strata/{expansion.Named(AwsNames.LogGroup, "flow-logs")}",
            RetentionInDays = isProd ? 90 : 14,
            KmsKeyId = expansion.Foundations.Aws.Keys.ArnFor("logs"),
        });
        var role = AwsRole.Add(scope, expansion, $"{Name}-role", ["flow-logs"], Trust(expansion), [],
        [
            new PolicyStatement(
                ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
                [Output.Format($"{group.Arn}:*")]),

            // Describing takes no resource.
            new PolicyStatement(["logs:DescribeLogGroups"], ["*"]),
        ]);
        scope.Add(new FlowLog(Name)
        {
            VpcId = vpc.Id,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = 600,
            Tags = OwnAwsNetwork.TagsOf(expansion, "flow-logs"),
        });
    }

    /// <summary>Only for logs of the account itself.</summary>
    private static PolicyStatement Trust(StackExpansion expansion) => PolicyStatement.Trust("vpc-flow-logs.amazonaws.com") with
    {
        Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = expansion.Foundations.Aws.AccountId } },
    };
}
