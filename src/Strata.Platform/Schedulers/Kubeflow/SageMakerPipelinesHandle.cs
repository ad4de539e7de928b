using Strata.Aws.Ec2;
using Strata.Aws.Iam;
using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>SageMaker Pipelines for workflows to become pipelines of.</summary>
/// <param name="Root">The folder for what steps hand on: <c>s3://…/pipelines</c>.</param>
/// <param name="PipelinePrefix">What the names of pipelines begin with, before a hyphen: starter and news know pipelines by it.</param>
/// <param name="Role">What pipelines and the jobs of their steps run as.</param>
/// <param name="Subnets">Where jobs join the stack's network.</param>
internal sealed record SageMakerPipelinesHandle(Input<string> Root, string PipelinePrefix, Role Role, AwsStarter Starter, InputList<string> Subnets, SecurityGroup Group) : SchedulerHandle("kubeflow")
{
    /// <summary>What pipelines wait for.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    public override ValueMap Outputs => new()
    {
        ["pipelineRoot"] = Root,
        ["pipelinePrefix"] = PipelinePrefix,
        ["roleArn"] = Role.Arn,
        ["subnetIds"] = Subnets,
        ["securityGroupId"] = Group.Id,
        ["scheduleGroup"] = Starter.Group.Name,
        ["starterRoleArn"] = Starter.Role.Arn,
        ["deadLetterQueueArn"] = Starter.DeadLetters.Arn,
    };
}
