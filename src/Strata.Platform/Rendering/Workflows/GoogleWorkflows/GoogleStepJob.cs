using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Storage;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A step as a job that the queue's own workflow submits: it tries spare capacity first and waits for the end.</summary>
/// <param name="Queue">The queue's workflow: <c>projects/…/locations/…/workflows/…</c>.</param>
/// <param name="Bucket">The bucket that keeps what the step hands on; null where it needs none.</param>
internal sealed record GoogleStepJob(WorkflowStep Step, Workflow Workflow, string Queue, string Image, string? Bucket, IReadOnlyList<StepArtifact> Artifacts)
{
    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public static GoogleStepJob? Of(WorkflowStep step, PlacedWorkflow placed, RenderContext context)
    {
        var (config, workflow) = (step.Config, placed.Workflow);
        if (placed.PlaceOf(step).Queue is not { } batch || context.HandleOf<GcpBatchHandle>(batch) is not { } queue)
        {
            return null;
        }

        var artifacts = StepArtifacts.Of(step, workflow);
        string? bucket = null;
        if (config.Outputs.Count + config.Artifacts.Count + artifacts.Count > 0)
        {
            if (RunStore.Of(batch, context.Stack) is not { } store || context.HandleOf<GcpObjectStoreHandle>(store) is not { } kept)
            {
                context.Diagnostics.Add(WorkflowRenderErrors.NoRunStore(config.KeySpan, workflow.Name, step.Name, batch.Name));
                return null;
            }

            bucket = context.Known(kept.Bucket, $"the bucket of '{store.Name}'", store.KeySpan);
        }

        var (id, image) = (context.Known(queue.Workflow, $"'{step.Name}' of '{workflow.Name}'", config.KeySpan), context.ReferenceTo(context.Stack.Config.Images[config.Image.Name]));
        return id is null || image is null ? null : new GoogleStepJob(step, workflow, id, image, bucket, artifacts);
    }

    /// <summary>The call, with the tries and the waiting between them.</summary>
    public ValueMap Call
    {
        get
        {
            var parts = Queue.Split('/');
            var call = new ValueMap
            {
                ["call"] = "googleapis.workflowexecutions.v1.projects.locations.workflows.executions.run",
                ["args"] = new ValueMap
                {
                    ["project_id"] = parts[1],
                    ["location"] = parts[3],
                    ["workflow_id"] = parts[5],
                    ["argument"] = new ValueMap { ["image"] = Image, ["command"] = Value.List(Command.Select(word => (Value)word)), ["env"] = Environment },

                    // Else half an hour.
                    ["connector_params"] = new ValueMap { ["timeout"] = Workflow.Config.Timeout.Seconds },
                },
            };
            return Step.Config.Retries == 0 ? call : new()
            {
                ["try"] = call,
                ["retry"] = new ValueMap
                {
                    ["predicate"] = "${always}",
                    ["max_retries"] = Step.Config.Retries,
                    ["backoff"] = new ValueMap { ["initial_delay"] = Step.Config.Backoff.Seconds, ["max_delay"] = Math.Max(3600, Step.Config.Backoff.Seconds), ["multiplier"] = 2 },
                },
            };
        }
    }

    private IEnumerable<string> Command =>
    [
        .. Bucket is null ? (string[])[] : [RunnerImages.Program],
        .. Step.Config.Timeout is { } timeout ? ["timeout", FormattableString.Invariant($"{timeout.Seconds}")] : (string[])[],
        .. Step.Command.Select(GoogleWorkflowText.Of),
    ];

    private ValueMap Environment
    {
        get
        {
            var environment = new ValueMap { ["STRATA_RUN"] = "${run}" };
            if (Bucket is not null)
            {
                environment["STRATA_FOLDER"] = $"${{{GoogleWorkflowText.Quote($"gs://{Bucket}/{RunStore.Folder}/{Workflow.Name}/")} + run}}";
                environment["STRATA_STEP"] = Step.Name;
                environment["STRATA_FETCH"] = Artifacts.Count == 0 ? null : (Value)string.Join(' ', Artifacts.Select(artifact => $"{artifact.Step}/{artifact.Name}"));
                string[] kept = [.. Step.Config.Outputs.Select(output => $"output:{output}"), .. Step.Config.Artifacts.Select(artifact => $"artifact:{artifact}")];
                environment["STRATA_KEEP"] = kept.Length == 0 ? null : (Value)string.Join(' ', kept);
            }

            foreach (var (name, text) in Step.Environment)
            {
                environment[name] = GoogleWorkflowText.Of(text);
            }

            return environment;
        }
    }
}
