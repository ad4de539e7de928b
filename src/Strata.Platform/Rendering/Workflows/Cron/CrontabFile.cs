using Strata.Platform.Compute;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as an entry of a crontab and the script that it calls: every step in a container of its own.</summary>
internal static class CrontabFile
{
    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, placed.Workflow.Config);
        if (config.Schedule is not { } schedule)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.KeySpan, workflow.Name, "no schedule", placed.Scheduler.Word, "cron starts by time only.", "Add 'schedule:', or use a scheduler that starts workflows by hand."));
            yield break;
        }

        if (config.Notify is { OnSuccess.Count: > 0 } or { Webhook: not null })
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.Notify)), workflow.Name, "notifications other than mail after a failure", placed.Scheduler.Word, "cron mails what a command prints and nothing else.", "Leave only 'onFailure', or use another scheduler."));
        }

        if (config.TimeZone.Text != "UTC" && placed.Scheduler.Cloud is Cloud.Gcp && MachineOf(placed, context) is { Image: null })
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                config.SpanOf(nameof(config.TimeZone)), workflow.Name, "a time zone", placed.Scheduler.Word, "Machines of Google Cloud run Debian or Ubuntu, whose cron knows the machine's own zone alone, which is UTC.",
                "Write the schedule in UTC and remove 'timeZone', name an 'image' with cronie for the machine, or use 'engine: workflows'."));
        }

        var images = workflow.Steps.ToDictionary(step => step.Name, step => context.ReferenceTo(context.Stack.Config.Images[step.Config.Image.Name]));
        if (images.ContainsValue(null))
        {
            yield break;
        }

        // Of one crontab, where what an earlier workflow set holds for the next.
        List<string> lines =
        [
            "# As root: cat /opt/strata/workflows/*.cron | crontab -",
            "# Amazon Linux comes without cron: dnf install --assumeyes cronie && systemctl enable --now crond",
            $"CRON_TZ={config.TimeZone.Text}",
            $"MAILTO={(config.Notify is { OnFailure.Count: > 0 } notify ? string.Join(',', notify.OnFailure) : "\"\"")}",
            $"{schedule.Text} bash /opt/strata/workflows/{workflow.Name}.sh",
        ];
        yield return new RenderedFile($"workflows/{workflow.Name}.cron", string.Join('\n', lines) + "\n", "workflows/cron");
        yield return new RenderedFile($"workflows/{workflow.Name}.sh", Script(workflow, images), "workflows/cron");
    }

    private static Instances? MachineOf(PlacedWorkflow placed, RenderContext context) =>
        context.Stack.Components.OfType<Instances>().FirstOrDefault(machine => placed.Scheduler.Config is not CronConfig { Machine: { } named } || machine.Name == named.Name);

    private static string Script(Workflow workflow, Dictionary<string, string?> images)
    {
        var config = workflow.Config;
        List<string> lines =
        [
            "#!/usr/bin/env bash",
            "# Says nothing when all goes well: cron mails whatever is printed.",
            "set -uo pipefail",
            $"STRATA_RUN={workflow.Name}-$(date -u +%Y%m%d%H%M%S)",
            $"log=/var/log/strata/{workflow.Name}.log",
            "mkdir -p /var/log/strata /run/strata",
            $"deadline=$((SECONDS + {config.Timeout.Seconds}))",
        ];
        lines.AddRange(config.Concurrency switch
        {
            ConcurrencyPolicy.Forbid => [$"exec 9> /run/strata/{workflow.Name}.lock", "flock --nonblock 9 || exit 0"],
            ConcurrencyPolicy.Replace =>
            [
                $"exec 9<> /run/strata/{workflow.Name}.lock",
                "if ! flock --nonblock 9; then",
                "  # The script first, so that it does not try again what is stopped.",
                "  read -r old <&9 && kill \"$old\" 2> /dev/null",
                $"  echo $$ > /run/strata/{workflow.Name}.lock",
                $"  docker ps --quiet --filter label=strata.workflow={workflow.Name} | xargs --no-run-if-empty docker stop > /dev/null",
                "  flock 9",
                "fi",
                $"echo $$ > /run/strata/{workflow.Name}.lock",
            ],
            _ => (string[])[],
        });
        lines.AddRange(
        [
            "",
            "# run NAME SECONDS TRIES WAIT COMMAND...",
            "run() {",
            "  local step=$1 limit=$2 tries=$3 wait=$4 left code",
            "  shift 4",
            "  while :; do",
            "    left=$((deadline - SECONDS))",
            "    if ((left <= 0)); then echo \"$STRATA_RUN: no time is left for '$step'.\"; return 124; fi",
            "    timeout --signal=TERM --kill-after=30 \"$((limit < left ? limit : left))\" \"$@\" >> \"$log\" 2>&1 && return 0",
            "    code=$?",
            "    # The client is gone, and the container may not be.",
            "    docker ps --quiet --filter \"label=strata.run=$STRATA_RUN\" | xargs --no-run-if-empty docker kill > /dev/null 2>&1",
            "    tries=$((tries - 1))",
            "    if ((tries <= 0)); then echo \"$STRATA_RUN: '$step' failed with $code; see $log.\"; return \"$code\"; fi",
            "    sleep \"$wait\" 9>&-",
            "    wait=$((wait * 2))",
            "  done",
            "}",
            "",
            "failed=0",
        ]);
        foreach (var step in workflow.Steps)
        {
            lines.Add(FormattableString.Invariant($"run {step.Name} {(step.Config.Timeout ?? config.Timeout).Seconds} {step.Config.Retries + 1} {step.Config.Backoff.Seconds} \\"));
            lines.Add($"  docker run --init --rm --label strata.workflow={workflow.Name} --label \"strata.run=$STRATA_RUN\" --env \"STRATA_RUN=$STRATA_RUN\" \\");
            lines.AddRange(step.Environment.Select(variable => $"  --env {variable.Key}={ShellText.Word(variable.Value, _ => "$STRATA_RUN")} \\"));
            if (step.Config.Secrets.Count > 0)
            {
                lines.Add($"  --env-file /etc/strata/secrets/{workflow.Name}-{step.Name}.env \\");
            }

            lines.Add($"  {ShellText.Quote(images[step.Name]!)} {ShellText.Words(step.Command, _ => "$STRATA_RUN")} || failed=1");
        }

        lines.Add("exit \"$failed\"");
        return string.Join('\n', lines) + "\n";
    }
}
