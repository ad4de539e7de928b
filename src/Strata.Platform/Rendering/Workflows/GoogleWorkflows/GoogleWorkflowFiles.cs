using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A workflow for Google Cloud Workflows: its source, and the script that puts it and its schedule in place.</summary>
internal static class GoogleWorkflowFiles
{
    private const string Template = "workflows/google-workflows";

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var workflow = placed.Workflow;
        if (context.HandleOf<GoogleWorkflowsHandle>(placed.Scheduler.Config) is not { } scheduler)
        {
            return [];
        }

        var jobs = workflow.Steps.Select(step => GoogleStepJob.Of(step, placed, context)).ToList();
        var at = workflow.Config.KeySpan;
        var (location, runner, starter) = (context.Known(scheduler.Queue.Location, "the workflow", at), context.Known(scheduler.Runner.Email, "the workflow", at), context.Known(scheduler.Starter.Email, "the schedule", at));
        if (jobs.Contains(null) || location is null || runner is null || starter is null)
        {
            return [];
        }

        var parent = $"projects/{context.Stack.Providers.GcpProject}/locations/{location}/workflows/{scheduler.WorkflowPrefix}";
        var next = context.Expanded.Workflows.Where(other => other.Workflow.Config.On?.After?.Name == workflow.Name).Select(other => $"{parent}-{other.Workflow.Name}");
        var source = new GoogleWorkflowSource(workflow, jobs.ToDictionary(job => job!.Step.Name, job => job!), $"{parent}-{workflow.Name}", [.. next]);
        return
        [
            new RenderedFile($"workflows/{workflow.Name}/workflow.yaml", YamlText.Of(source.Definition), Template),
            new RenderedFile($"workflows/{workflow.Name}/deploy.sh", Deploy(workflow, $"{scheduler.WorkflowPrefix}-{workflow.Name}", $"{parent}-{workflow.Name}", location, runner, starter, context), Template),
        ];
    }

    private static string Deploy(Workflow workflow, string name, string id, string location, string runner, string starter, RenderContext context)
    {
        List<string> lines =
        [
            "#!/usr/bin/env bash",
            "# Puts the workflow in place, or brings it up to date.",
            "set -euo pipefail",
            "cd \"$(dirname \"$0\")\"",
            $"place=(--project {context.Stack.Providers.GcpProject} --location {location})",
            $"gcloud workflows deploy {name} \"${{place[@]}}\" --source workflow.yaml --service-account {runner}",
        ];
        if (workflow.Config.Schedule is { } schedule)
        {
            lines.AddRange(
            [
                $"schedule=(--schedule '{schedule.Text}' --time-zone {workflow.Config.TimeZone.Text} --uri https://workflowexecutions.googleapis.com/v1/{id}/executions --http-method POST --message-body '{{\"argument\": \"{{}}\"}}' --oauth-service-account-email {starter})",
                $"if gcloud scheduler jobs describe {name} \"${{place[@]}}\" > /dev/null 2>&1; then",
                $"  gcloud scheduler jobs update http {name} \"${{place[@]}}\" \"${{schedule[@]}}\"",
                "else",
                $"  gcloud scheduler jobs create http {name} \"${{place[@]}}\" \"${{schedule[@]}}\"",
                "fi",
            ]);
        }

        return string.Join('\n', lines) + "\n";
    }
}
