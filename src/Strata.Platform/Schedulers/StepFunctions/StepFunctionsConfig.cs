using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Schedulers;

/// <summary>AWS Step Functions: one state machine for each workflow, with jobs in the stack's batch queues.</summary>
public sealed record StepFunctionsConfig : SchedulerConfig
{
    [Description("The batch queue of steps that name none. The stack's only one when left out.")]
    public Ref<Batch>? Batch { get; init; }

    [Description("Lambda functions that states may call, by ARN.")]
    [Pattern("^arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+$", "a function's ARN without version: arn:aws:lambda:eu-central-1:123456789012:function:score")]
    public IReadOnlyList<string> Functions { get; init; } = [];

    [Description("The ECS tasks that states may run. None when left out.")]
    public EcsTasks? Ecs { get; init; }

    [Description("The ARN of the role that SageMaker jobs run as. States may start training, processing and transform jobs when it is given.")]
    [Pattern("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", "a role's ARN: arn:aws:iam::123456789012:role/training")]
    public string? SagemakerRole { get; init; }
}

/// <summary>ECS tasks that states may run.</summary>
public sealed record EcsTasks : ConfigRecord
{
    [Description("The ARN of the cluster that the tasks run on.")]
    [Pattern("^arn:aws:ecs:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9_-]+$", "a cluster's ARN: arn:aws:ecs:eu-central-1:123456789012:cluster/tools")]
    public required string Cluster { get; init; }

    [Description("The task definitions, in any revision, by family.")]
    [Pattern("^[A-Za-z0-9_-]{1,255}$", "letters, digits, dashes and underscores")]
    public required IReadOnlyList<string> Families { get; init; }

    [Description("The ARNs of the roles that the task definitions name: states hand them to the tasks.")]
    [Pattern("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", "a role's ARN: arn:aws:iam::123456789012:role/tool")]
    public IReadOnlyList<string> Roles { get; init; } = [];
}
