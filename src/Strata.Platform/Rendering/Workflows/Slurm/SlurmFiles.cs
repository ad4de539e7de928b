using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A workflow for Slurm: a script for each step, and one that submits them all, each after those it needs.</summary>
internal static class SlurmFiles
{
    private const string Template = "workflows/slurm";

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var workflow = placed.Workflow;
        if (context.HandleOf<SlurmHandle>(placed.Scheduler.Config) is not { } scheduler)
        {
            return [];
        }

        Refuse(placed, context);
        var scripts = workflow.Steps.Select(step => (step.Name, Script: new SlurmStep(step, placed, scheduler, context).Script)).ToList();
        if (scripts.Exists(script => script.Script is null))
        {
            return [];
        }

        var folder = $"workflows/{workflow.Name}";
        List<RenderedFile> files =
        [
            .. scripts.Select(script => new RenderedFile($"{folder}/steps/{script.Name}.sbatch", script.Script!, Template)),
            new($"{folder}/submit.sh", Submit(placed, context), Template),
        ];
        if (workflow.Config.Schedule is { } schedule)
        {
            files.Add(new($"{folder}/scrontab.cron", $"#SCRON --job-name={workflow.Name}-start\n{schedule.Text} bash $HOME/strata/workflows/{workflow.Name}/submit.sh\n", Template));
        }

        return files;
    }

    private static void Refuse(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, placed.Workflow.Config);
        if (config.Notify is { OnSuccess.Count: > 0 } or { Webhook: not null })
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.Notify)), workflow.Name, "notifications other than mail after a failure", placed.Scheduler.Word, "Slurm mails about each job, and a job knows one set of addresses.", "Leave only 'onFailure', or use another scheduler."));
        }

        if (config.Schedule is not null && placed.Scheduler.Managed)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.Schedule)), workflow.Name, "a schedule", placed.Scheduler.Word, "scrontab is off in the clusters that AWS and Google set up.", "Remove 'schedule' and call submit.sh from elsewhere, or run Slurm on the stack's own cluster with 'managed: false'."));
        }

        if (placed.Scheduler is { Managed: false, Config: SlurmConfig { Homes: null } slurm } && workflow.Steps.Any(step => step.Config.Outputs.Count + step.Config.Artifacts.Count > 0))
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.KeySpan, workflow.Name, "outputs or artifacts of steps", placed.Scheduler.Word, $"The nodes of '{slurm.Name}' share no folder that they could be in.", $"Add 'homes:' with a file store to '{slurm.Name}'."));
        }
    }

    private static string Submit(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, placed.Workflow.Config);
        var mark = $"strata:{workflow.Name}";
        List<string> lines =
        [
            "#!/usr/bin/env bash",
            $"# Starts a run: submits every step, each after those it needs.{(config.Parameters.Count == 0 ? "" : " Parameters are environment variables: PARAMETER_….")}",
            "set -euo pipefail",
            "cd \"$(dirname \"$0\")\"",
            .. ShellParameters.Lines(workflow),
            .. placed.Scheduler.Managed
                ? [": \"${STRATA_HOME:?must name a folder that all machines of the queues mount}\""]
                : (string[])["STRATA_HOME=${STRATA_HOME:-$HOME/strata}"],
            .. config.Concurrency switch
            {
                ConcurrencyPolicy.Forbid => [$"if [ -n \"$(squeue --me --noheader --format=%k | grep --line-regexp {mark} || true)\" ]; then", "  echo 'The last run goes on: nothing is started.' >&2", "  exit 0", "fi"],
                ConcurrencyPolicy.Replace => [$"squeue --me --noheader --format='%A %k' | awk '$2 == \"{mark}\" {{ print $1 }}' | xargs --no-run-if-empty scancel"],
                _ => (string[])[],
            },
            $"export STRATA_RUN={workflow.Name}-$(date -u +%Y%m%d%H%M%S)",
            $"export STRATA_FOLDER=$STRATA_HOME/runs/{workflow.Name}/$STRATA_RUN",
            $"export STRATA_DEADLINE=$(($(date +%s) + {config.Timeout.Seconds}))",
            "mkdir -p \"$STRATA_FOLDER/logs\"",
            "submit() { sbatch --parsable --export=ALL --kill-on-invalid-dep=yes --comment=" + mark + " \"$@\" | cut -d';' -f1; }",
            "",
        ];
        foreach (var step in workflow.Steps)
        {
            lines.Add($"{IdOf(step.Name)}=$(submit{After(step.Needs)} --output=\"$STRATA_FOLDER/logs/{step.Name}.txt\" steps/{step.Name}.sbatch)");
        }

        foreach (var next in context.Expanded.Workflows.Where(other => other.Workflow.Config.On?.After?.Name == workflow.Name))
        {
            lines.Add($"submit{After([.. workflow.Last.Select(step => step.Name)])} --job-name={workflow.Name}-then-{next.Workflow.Name} --output=\"$STRATA_FOLDER/logs/then-{next.Workflow.Name}.txt\" --wrap=\"exec bash '$(cd ../{next.Workflow.Name} && pwd)/submit.sh'\" > /dev/null");
        }

        lines.Add("echo \"$STRATA_RUN\"");
        return string.Join('\n', lines) + "\n";
    }

    private static string After(IReadOnlyCollection<string> steps) => steps.Count == 0 ? "" : $" --dependency=\"afterok:{string.Join(':', steps.Select(step => $"${IdOf(step)}"))}\"";

    private static string IdOf(string step) => $"job_{step.Replace('-', '_')}";
}
