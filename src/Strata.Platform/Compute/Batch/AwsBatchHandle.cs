using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>A queue of AWS Batch for others to send jobs to.</summary>
/// <param name="Queue">The queue's ARN.</param>
/// <param name="JobDefinition">The ARN of the template that jobs are made from.</param>
/// <param name="JobRole">The ARN of the role that jobs run as: it has the access the stack file gives.</param>
/// <param name="ExecutionRole">The ARN of the role that starts containers.</param>
/// <param name="LogGroup">The name of the log group that jobs write to.</param>
/// <param name="ShareIdentifier">What the team's own jobs name as their share; null when the queue has no shares.</param>
internal sealed record AwsBatchHandle(
    Batch Config,
    Input<string> Queue,
    Input<string> JobDefinition,
    Input<string> JobRole,
    Input<string> ExecutionRole,
    Input<string> LogGroup,
    string? ShareIdentifier) : Handle
{
    public override ValueMap Outputs => new()
    {
        ["queueArn"] = Queue,
        ["jobDefinitionArn"] = JobDefinition,
        ["jobRoleArn"] = JobRole,
        ["executionRoleArn"] = ExecutionRole,
        ["logGroup"] = LogGroup,
        ["shareIdentifier"] = ShareIdentifier is null ? null : (Value)ShareIdentifier,
    };
}
