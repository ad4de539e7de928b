using Strata.Graph;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as jobs of AWS Batch that wait for each other: a job definition for each step and the script that submits them all.</summary>
internal static class AwsBatchFiles
{
    private const string Template = "workflows/batch";

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var workflow = placed.Workflow;
        if (context.HandleOf<BatchSchedulerHandle>(placed.Scheduler.Config) is not { } scheduler)
        {
            return [];
        }

        Refuse(placed, context);
        var prefix = context.Expanded.Expansion.Named(Naming.AwsNames.Batch with { MaxLength = 48 }, placed.Scheduler.Config.Name);
        var jobs = workflow.Steps.Select(step => AwsStepJob.Of(step, placed, prefix, context)).ToList();
        if (jobs.Contains(null))
        {
            return [];
        }

        var folder = $"workflows/{workflow.Name}";
        List<RenderedFile> files =
        [
            .. jobs.Select(job => new RenderedFile($"{folder}/jobs/{job!.Step.Name}.json", JsonFile.Of(Definition(job)), Template)),
            new($"{folder}/submit.sh", Submit(workflow, jobs!, context), Template),
        ];
        if (workflow.Config.Schedule is not null && workflow.Steps.Count == 1
            && AwsTriggers.Schedule(workflow, $"{prefix}-{workflow.Name}", scheduler.Starter, Target(jobs[0]!), context) is { } schedule)
        {
            files.Add(new($"{folder}/schedule.json", JsonFile.Of(schedule), Template));
        }

        files.Add(new($"{folder}/deploy.sh", Deploy(files.Exists(file => file.Path.EndsWith("/schedule.json", StringComparison.Ordinal)), context), Template));
        return files;
    }

    /// <summary>EventBridge submits one job and runs no script: what needs more than that is refused rather than left out.</summary>
    private static void Refuse(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config, word) = (placed.Workflow, placed.Workflow.Config, placed.Scheduler.Word);
        if (config.Schedule is not null && workflow.Steps.Count > 1)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.Schedule)), workflow.Name, "a schedule for several steps", word, "EventBridge Scheduler submits a single job.", "Use 'engine: step-functions', or remove 'schedule' and start the script from your CI."));
        }

        if (config.Schedule is not null && (config.Parameters.Count > 0 || workflow.Steps.Any(step => step.Command.Concat(step.Environment.Select(variable => variable.Value)).Any(text => !text.IsLiteral))))
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.Schedule)), workflow.Name, "a schedule with values that each run fills in", word, "EventBridge Scheduler submits the same job each time.", "Write the values into the command, or use 'engine: step-functions'."));
        }

        if (config.Schedule is not null && config.IsSet(nameof(config.Concurrency)) && config.Concurrency == ConcurrencyPolicy.Forbid)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.Concurrency)), workflow.Name, "'concurrency: forbid' with a schedule", word, "EventBridge Scheduler submits the job whether or not the last one has ended.", "Use 'engine: step-functions', or say 'concurrency: allow'."));
        }

        if (config.On is { } on)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.On)), workflow.Name, "a start by events", word, "A rule of EventBridge submits a single job that knows nothing of the event.", "Use 'engine: step-functions'."));
        }

        foreach (var step in workflow.Steps.Where(step => step.Config.IsSet(nameof(step.Config.Backoff))))
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                step.Config.SpanOf(nameof(step.Config.Backoff)), workflow.Name, $"a back-off for '{step.Name}'", word, "AWS Batch tries a job again without waiting.", "Remove 'backoff', or use 'engine: step-functions'."));
        }

        foreach (var step in workflow.Steps.Where(step => step.Config.Retries > 9))
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                step.Config.SpanOf(nameof(step.Config.Retries)), workflow.Name, $"{step.Config.Retries} retries of '{step.Name}'", word, "AWS Batch tries a job ten times at most.", "Say 9 or fewer."));
        }
    }

    /// <summary>With the command in it, so that schedules start the job as it is.</summary>
    private static ValueMap Definition(AwsStepJob job)
    {
        var definition = new ValueMap();
        foreach (var property in job.Definition)
        {
            definition[property.Name] = property.Value;
        }

        if (job.Step.Command.All(word => word.IsLiteral))
        {
            var container = new ValueMap();
            foreach (var property in ((ObjectValue)job.Definition["containerProperties"]!).Properties)
            {
                container[property.Name] = property.Value;
            }

            container["command"] = Value.List([.. job.Program.Select(word => (Value)word), .. job.Step.Command.Select(word => (Value)word.Write(text => text, _ => ""))]);
            definition["containerProperties"] = container;
        }

        return definition;
    }

    private static ValueMap Target(AwsStepJob job) => new()
    {
        ["Arn"] = "arn:aws:scheduler:::aws-sdk:batch:submitJob",
        ["Input"] = Graph.Formats.JsonText.Of(new ValueMap
        {
            ["JobName"] = job.Name,
            ["JobQueue"] = job.Queue,
            ["JobDefinition"] = job.Name,
            ["ShareIdentifier"] = job.ShareIdentifier is null ? null : (Value)job.ShareIdentifier,

            // EventBridge Scheduler puts the execution's own id in (EventBridge Scheduler user guide, "Context attributes").
            ["ContainerOverrides"] = new ValueMap
            {
                ["Environment"] = Value.List(new ValueMap { ["Name"] = "STRATA_RUN", ["Value"] = "<aws.scheduler.execution-id>" }),
            },
        }),
    };

    private static string Deploy(bool hasSchedule, RenderContext context) => $"""
        #!/usr/bin/env bash
        # Puts the job definitions in place, or brings them up to date.
        set -euo pipefail
        cd "$(dirname "$0")"
        export AWS_REGION={context.Stack.Providers.AwsRegion}
        for job in jobs/*.json; do
          aws batch register-job-definition --cli-input-json "file://$job" > /dev/null
        done

        """ + (!hasSchedule ? "" : """
        aws scheduler update-schedule --cli-input-json file://schedule.json > /dev/null 2>&1 ||
          aws scheduler create-schedule --cli-input-json file://schedule.json > /dev/null

        """);

    private static string Submit(Workflow workflow, List<AwsStepJob?> jobs, RenderContext context)
    {
        List<string> lines =
        [
            "#!/usr/bin/env bash",
            $"# Starts a run: submits every step, each waiting for those it needs.{(workflow.Config.Parameters.Count == 0 ? "" : " Parameters are environment variables: PARAMETER_….")}",
            "set -euo pipefail",
            $"export AWS_REGION={context.Stack.Providers.AwsRegion}",
            $"STRATA_RUN=${{STRATA_RUN:-{workflow.Name}-$(date -u +%Y%m%d%H%M%S)}}",
        ];
        lines.AddRange(ShellParameters.Lines(workflow));
        if (workflow.Config.Concurrency == ConcurrencyPolicy.Forbid)
        {
            lines.Add("for state in SUBMITTED PENDING RUNNABLE STARTING RUNNING; do");
            foreach (var queue in jobs.Select(job => job!.Queue).Distinct())
            {
                lines.Add($"  if [ -n \"$(aws batch list-jobs --job-queue {queue} --job-status \"$state\" --query 'jobSummaryList[?contains(`[{string.Join(", ", jobs.Select(job => $"\"{job!.Name}\""))}]`, jobName)].jobId' --output text)\" ]; then");
                lines.Add("    echo 'The last run goes on: nothing is started.' >&2; exit 0");
                lines.Add("  fi");
            }

            lines.Add("done");
        }

        lines.AddRange(
        [
            "",
            "# Makes JSON of its arguments: text, or pairs of name and value.",
            "text() { python3 -c 'import json, sys; print(json.dumps(sys.argv[1:]))' \"$@\"; }",
            "variables() { python3 -c 'import json, sys; a = sys.argv[1:]; print(json.dumps([{\"name\": n, \"value\": v} for n, v in zip(a[::2], a[1::2])]))' \"$@\"; }",
            "",
        ]);
        foreach (var job in jobs)
        {
            Submit(job!, workflow, lines);
        }

        lines.Add("echo \"$STRATA_RUN\"");
        return string.Join('\n', lines) + "\n";
    }

    private static void Submit(AwsStepJob job, Workflow workflow, List<string> lines)
    {
        List<string> variables = ["STRATA_RUN \"$STRATA_RUN\""];
        if (job.Bucket is not null)
        {
            variables.Add($"STRATA_FOLDER \"s3://{job.Bucket}/{RunStore.Folder}/{workflow.Name}/$STRATA_RUN\"");
            variables.Add($"STRATA_STEP {job.Step.Name}");
            variables.AddRange(job.RunnerVariables.Select(variable => $"{variable.Name} {ShellText.Quote(variable.Value)}"));
        }

        variables.AddRange(job.Step.Environment.Where(variable => !variable.Value.IsLiteral).Select(variable => $"{variable.Key} {ShellText.Word(variable.Value, Reference)}"));
        var needs = job.Step.Needs.Count == 0 ? "" : $" --depends-on {string.Join(' ', job.Step.Needs.Select(need => $"\"jobId=${IdOf(need)}\""))}";
        lines.Add($"{IdOf(job.Step.Name)}=$(aws batch submit-job --job-name {job.Name} --job-queue {job.Queue} --job-definition {job.Name}{(job.ShareIdentifier is null ? "" : $" --share-identifier {job.ShareIdentifier}")}{needs} \\");
        lines.Add($"  --container-overrides \"{{\\\"command\\\": $(text {string.Join(' ', [.. job.Program, ShellText.Words(job.Step.Command, Reference)])}), \\");
        lines.Add($"    \\\"environment\\\": $(variables {string.Join(' ', variables)})}}\" --query jobId --output text)");
    }

    private static string IdOf(string step) => $"job_{step.Replace('-', '_')}";

    private static string Reference(TextPart part) => part is ParameterReference parameter ? $"${ShellParameters.VariableOf(parameter.Name)}" : "$STRATA_RUN";
}
