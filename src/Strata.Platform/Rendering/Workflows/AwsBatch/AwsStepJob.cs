using System.Globalization;
using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A step as a job of AWS Batch: its definition, and what each run adds to it.</summary>
/// <param name="Name">Of the job definition; its newest revision is what runs.</param>
/// <param name="Bucket">The bucket that keeps what the step hands on and where it finds what others did; null where it needs none.</param>
internal sealed record AwsStepJob(WorkflowStep Step, Workflow Workflow, string Name, string Queue, string? ShareIdentifier, string? Bucket, ValueMap Definition, IReadOnlyList<StepArtifact> Artifacts)
{
    /// <summary>The shortest time limit that Batch takes, in seconds (AWS Batch user guide, "Job timeouts").</summary>
    private const int LeastTimeout = 60;

    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public static AwsStepJob? Of(WorkflowStep step, PlacedWorkflow placed, string prefix, RenderContext context)
    {
        var (config, workflow) = (step.Config, placed.Workflow);
        if (placed.PlaceOf(step).Queue is not { } batch || context.HandleOf<AwsBatchHandle>(batch) is not { } queue)
        {
            return null;
        }

        if (config.Timeout is { Seconds: < LeastTimeout } timeout)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.Timeout)), workflow.Name, $"a limit of {timeout} for '{step.Name}'", placed.Scheduler.Word, "AWS Batch takes no limit below a minute.", "Raise it to 60s."));
        }

        var artifacts = StepArtifacts.Of(step, workflow);
        string? bucket = null;
        if (config.Outputs.Count + config.Artifacts.Count + artifacts.Count > 0)
        {
            if (RunStore.Of(batch, context.Stack) is not { } store || context.HandleOf<AwsObjectStoreHandle>(store) is not { } kept)
            {
                context.Diagnostics.Add(WorkflowRenderErrors.NoRunStore(config.KeySpan, workflow.Name, step.Name, batch.Name));
                return null;
            }

            bucket = context.Known(kept.Bucket, $"the bucket of '{store.Name}'", store.KeySpan);
        }

        var own = WorkflowIdentity.HandleOf<AwsIdentityHandle>(placed, context);
        if (own is not null && bucket is not null && RunStore.Of(batch, context.Stack) is { } runs
            && !WorkflowIdentity.ConfigOf(placed, context)!.Access.Any(access => access.Key.Name == runs.Name && access.Value == AccessLevel.Write))
        {
            context.Diagnostics.Add(WorkflowRenderErrors.IdentityWithoutStore(workflow.Config.Identity!.Span, workflow.Name, step.Name, workflow.Config.Identity.Name, runs.Name));
        }

        var what = $"'{step.Name}' of '{workflow.Name}'";
        var at = config.KeySpan;
        var image = context.ReferenceTo(context.Stack.Config.Images[config.Image.Name]);
        var (arn, role, execution, logs) = (context.Known(queue.Queue, what, at), context.Known(own?.Role.Arn ?? queue.JobRole, what, at), context.Known(queue.ExecutionRole, what, at), context.Known(queue.LogGroup, what, at));
        if (image is null || arn is null || role is null || execution is null || logs is null)
        {
            return null;
        }

        var name = $"{prefix}-{workflow.Name}-{step.Name}";
        var region = context.Stack.Providers.AwsRegion!;
        List<Value> environment = [Variable("AWS_REGION", region)];
        environment.AddRange(step.Environment.Where(variable => variable.Value.IsLiteral).Select(variable => Variable(variable.Key, variable.Value.Write(text => text, _ => ""))));
        return new AwsStepJob(step, workflow, name, arn, queue.ShareIdentifier, bucket, new()
        {
            ["jobDefinitionName"] = name,
            ["type"] = "container",
            ["platformCapabilities"] = Value.List("EC2"),
            ["propagateTags"] = true,
            ["tags"] = new ValueMap { ["stack"] = context.Stack.Name, ["workflow"] = workflow.Name },
            ["containerProperties"] = new ValueMap
            {
                ["image"] = image,
                ["command"] = Value.List("true"),
                ["jobRoleArn"] = role,
                ["executionRoleArn"] = execution,
                ["environment"] = Value.List(environment),
                ["resourceRequirements"] = Value.List(Requirements(step, placed.PlaceOf(step))),
                ["logConfiguration"] = new ValueMap
                {
                    ["logDriver"] = "awslogs",
                    ["options"] = new ValueMap { ["awslogs-group"] = logs, ["awslogs-region"] = region, ["awslogs-stream-prefix"] = workflow.Name },
                },
            },
            ["retryStrategy"] = Retries(batch.Retries, placed.Scheduler.Engine == WorkflowEngine.Batch ? config.Retries : 0),
            ["timeout"] = new ValueMap { ["attemptDurationSeconds"] = Math.Max(LeastTimeout, (config.Timeout ?? batch.Timeout).Seconds) },
        }, artifacts);
    }

    /// <summary>The command behind the program that keeps what the step hands on, which only steps need that hand on or get something.</summary>
    public IEnumerable<string> Program => Bucket is null ? [] : [RunnerImages.Program];

    /// <summary>What the program needs to know, besides the run's folder and the step's own below it.</summary>
    public IEnumerable<(string Name, string Value)> RunnerVariables
    {
        get
        {
            if (Artifacts.Count > 0)
            {
                yield return ("STRATA_FETCH", string.Join(' ', Artifacts.Select(artifact => $"{artifact.Step}/{artifact.Name}")));
            }

            if (Step.Config.Outputs.Count + Step.Config.Artifacts.Count > 0)
            {
                yield return ("STRATA_KEEP", string.Join(' ', [.. Step.Config.Outputs.Select(output => $"output:{output}"), .. Step.Config.Artifacts.Select(artifact => $"artifact:{artifact}")]));
            }
        }
    }

    public static Value Variable(string name, string value) => new ValueMap { ["name"] = name, ["value"] = value };

    /// <summary>A lost machine is tried again as often as the queue says; with a number of its own, a step also after it failed by itself.</summary>
    private static ValueMap Retries(int ofQueue, int ofStep) => new()
    {
        ["attempts"] = Math.Min(10, Math.Max(ofQueue, ofStep) + 1),
        ["evaluateOnExit"] = ofStep > 0 ? null : Value.List(
            new ValueMap { ["onStatusReason"] = "Host EC2*", ["action"] = "RETRY" },
            new ValueMap { ["onReason"] = "*", ["action"] = "EXIT" }),
    };

    private static IEnumerable<Value> Requirements(WorkflowStep step, StepPlacement place)
    {
        yield return Requirement("VCPU", (int)Math.Ceiling(step.Config.Resources.Cpu.Cores));
        yield return Requirement("MEMORY", step.Config.Resources.Memory.WholeMebibytes);
        if (place.Gpus > 0)
        {
            yield return Requirement("GPU", place.Gpus);
        }
    }

    private static Value Requirement(string type, int count) => new ValueMap { ["type"] = type, ["value"] = count.ToString(CultureInfo.InvariantCulture) };
}
