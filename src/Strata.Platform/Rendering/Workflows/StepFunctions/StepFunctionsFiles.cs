using Strata.Graph;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A workflow for Step Functions: the state machine, a job definition for each step, what starts it, and the script that puts all of it in place.</summary>
internal static class StepFunctionsFiles
{
    private const string Template = "workflows/step-functions";

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var workflow = placed.Workflow;
        if (context.HandleOf<StepFunctionsHandle>(placed.Scheduler.Config) is not { } scheduler)
        {
            return [];
        }

        var jobs = workflow.Steps.Select(step => AwsStepJob.Of(step, placed, scheduler.MachinePrefix, context)).ToList();
        var (role, logs) = (context.Known(scheduler.Role.Arn, $"the workflow '{workflow.Name}'", workflow.Config.KeySpan), context.Known(scheduler.Logs.Arn, $"the workflow '{workflow.Name}'", workflow.Config.KeySpan));
        if (jobs.Contains(null) || role is null || logs is null)
        {
            return [];
        }

        var arns = $"arn:aws:states:{context.Stack.Providers.AwsRegion}:{context.Stack.Config.Account}:stateMachine:{scheduler.MachinePrefix}";
        var (folder, name, machine) = ($"workflows/{workflow.Name}", $"{scheduler.MachinePrefix}-{workflow.Name}", $"{arns}-{workflow.Name}");
        List<RenderedFile> files =
        [
            new($"{folder}/state-machine.json", JsonFile.Of(new StateMachineFile(workflow, jobs.ToDictionary(job => job!.Step.Name, job => job!)).Definition), Template),
            .. jobs.Select(job => new RenderedFile($"{folder}/jobs/{job!.Step.Name}.json", JsonFile.Of(job.Definition), Template)),
        ];
        if (AwsTriggers.Schedule(workflow, name, scheduler.Starter, new() { ["Arn"] = machine, ["Input"] = "{}" }, context) is { } schedule)
        {
            files.Add(new($"{folder}/schedule.json", JsonFile.Of(schedule), Template));
        }

        var rule = AwsTriggers.Pattern(workflow, other => $"{arns}-{other}", context);
        if (rule is not null)
        {
            files.Add(new($"{folder}/rule.json", JsonFile.Of(rule), Template));
            files.Add(new($"{folder}/rule-targets.json", JsonFile.Of(Value.List(new ValueMap
            {
                ["Id"] = "workflow",
                ["Arn"] = machine,
                ["RoleArn"] = context.Known(scheduler.Starter.Role.Arn, "the rule", workflow.Config.KeySpan),
                ["DeadLetterConfig"] = new ValueMap { ["Arn"] = context.Known(scheduler.Starter.DeadLetters.Arn, "the rule", workflow.Config.KeySpan) },
                ["InputTransformer"] = AwsTriggers.Input(workflow) is { } input ? (Value)input : null,
            })), Template));
        }

        files.Add(new($"{folder}/deploy.sh", Deploy(workflow, name, machine, role, logs, context), Template));
        return files;
    }

    private static string Deploy(Workflow workflow, string name, string machine, string role, string logs, RenderContext context)
    {
        var script = $"""
            #!/usr/bin/env bash
            # Puts the workflow in place, or brings it up to date.
            set -euo pipefail
            cd "$(dirname "$0")"
            export AWS_REGION={context.Stack.Providers.AwsRegion}
            for job in jobs/*.json; do
              aws batch register-job-definition --cli-input-json "file://$job" > /dev/null
            done
            machine={machine}
            settings=(--role-arn {role} --definition file://state-machine.json --logging-configuration 'level=ALL,includeExecutionData=false,destinations=[{"{"}cloudWatchLogsLogGroup={"{"}logGroupArn={logs}:*{"}}"}]')
            if aws stepfunctions describe-state-machine --state-machine-arn "$machine" > /dev/null 2>&1; then
              aws stepfunctions update-state-machine --state-machine-arn "$machine" "${"{settings[@]}"}" > /dev/null
            else
              aws stepfunctions create-state-machine --name {name} "${"{settings[@]}"}" --tags key=stack,value={context.Stack.Name} > /dev/null
            fi

            """;
        if (workflow.Config.Schedule is not null)
        {
            script += """
                aws scheduler update-schedule --cli-input-json file://schedule.json > /dev/null 2>&1 ||
                  aws scheduler create-schedule --cli-input-json file://schedule.json > /dev/null

                """;
        }

        if (workflow.Config.On is not null)
        {
            script += $"""
                aws events put-rule --name {name} --event-pattern file://rule.json > /dev/null
                aws events put-targets --rule {name} --targets file://rule-targets.json > /dev/null

                """;
        }

        return script;
    }
}
