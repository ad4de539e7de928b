using Strata.Graph;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>
/// A workflow as a state machine: the levels of its graph one after the other, the steps of a level side by side. What steps give
/// out is in variables that later levels read.
/// </summary>
internal sealed record StateMachineFile(Workflow Workflow, IReadOnlyDictionary<string, AwsStepJob> Jobs)
{
    private const string Begin = "Begin";
    private const string NotAllowed = "Parameter not allowed";

    public ValueMap Definition
    {
        get
        {
            var levels = StepLevels.Of(Workflow);
            var states = new ValueMap { [Begin] = BeginState() };
            AddParameterCheck(states);
            AddConcurrency(states);
            for (var i = 0; i < levels.Count; i++)
            {
                var level = Parallel(levels[i]);
                if (i + 1 < levels.Count)
                {
                    level["Next"] = NameOf(i + 1);
                }
                else
                {
                    level["End"] = true;
                }

                states[NameOf(i)] = level;
            }

            return new()
            {
                ["Comment"] = Workflow.Config.Description is { } text ? (Value)text : null,
                ["QueryLanguage"] = "JSONata",
                ["StartAt"] = Begin,
                ["TimeoutSeconds"] = Workflow.Config.Timeout.Seconds,
                ["States"] = states,
            };
        }
    }

    private bool HasChoices => Workflow.Config.Parameters.Values.Any(parameter => parameter.Choices.Count > 0);

    private bool AsksForOthers => Workflow.Config.Concurrency != ConcurrencyPolicy.Allow;

    private string AfterChecks => AsksForOthers ? "Find older runs" : NameOf(0);

    private static string NameOf(int level) => FormattableString.Invariant($"Level {level + 1}");

    private ValueMap BeginState()
    {
        var defaults = new ValueMap();
        foreach (var (name, parameter) in Workflow.Config.Parameters)
        {
            defaults[name] = JsonataText.Expression($"$string($exists($states.input.{name}) ? $states.input.{name} : {JsonataText.Quote(parameter.Default)})");
        }

        return new()
        {
            ["Type"] = "Pass",
            ["Assign"] = new ValueMap { ["run"] = JsonataText.Expression("$states.context.Execution.Name"), ["parameters"] = defaults },
            ["Next"] = HasChoices ? "Check parameters" : AfterChecks,
        };
    }

    private void AddParameterCheck(ValueMap states)
    {
        if (!HasChoices)
        {
            return;
        }

        var wrong = Workflow.Config.Parameters.Where(parameter => parameter.Value.Choices.Count > 0)
            .Select(parameter => $"$not($parameters.{parameter.Key} in [{string.Join(", ", parameter.Value.Choices.Select(JsonataText.Quote))}])");
        states["Check parameters"] = new ValueMap
        {
            ["Type"] = "Choice",
            ["Choices"] = Value.List(new ValueMap { ["Condition"] = JsonataText.Expression(string.Join(" or ", wrong)), ["Next"] = NotAllowed }),
            ["Default"] = AfterChecks,
        };
        states[NotAllowed] = new ValueMap { ["Type"] = "Fail", ["Error"] = "ParameterNotAllowed", ["Cause"] = "A parameter has a value that is not among its choices." };
    }

    /// <summary>A run that finds an older one ends, or ends the older one.</summary>
    private void AddConcurrency(ValueMap states)
    {
        if (!AsksForOthers)
        {
            return;
        }

        states["Find older runs"] = new ValueMap
        {
            ["Type"] = "Task",
            ["Resource"] = "arn:aws:states:::aws-sdk:sfn:listExecutions",
            ["Arguments"] = new ValueMap { ["StateMachineArn"] = JsonataText.Expression("$states.context.StateMachine.Id"), ["StatusFilter"] = "RUNNING" },
            ["Assign"] = new ValueMap { ["older"] = JsonataText.Expression("[$states.result.Executions[StartDate < $states.context.Execution.StartTime and Name != $states.context.Execution.Name].ExecutionArn]") },
            ["Next"] = "Any older run",
        };
        var replaces = Workflow.Config.Concurrency == ConcurrencyPolicy.Replace;
        states["Any older run"] = new ValueMap
        {
            ["Type"] = "Choice",
            ["Choices"] = Value.List(new ValueMap { ["Condition"] = JsonataText.Expression("$count($older) > 0"), ["Next"] = replaces ? "Stop older runs" : "Left out" }),
            ["Default"] = NameOf(0),
        };
        if (replaces)
        {
            states["Stop older runs"] = new ValueMap
            {
                ["Type"] = "Map",
                ["Items"] = JsonataText.Expression("$older"),
                ["ItemProcessor"] = Machine("Stop older run", new()
                {
                    ["Stop older run"] = new ValueMap
                    {
                        ["Type"] = "Task",
                        ["Resource"] = "arn:aws:states:::aws-sdk:sfn:stopExecution",
                        ["Arguments"] = new ValueMap { ["ExecutionArn"] = JsonataText.Expression("$states.context.Map.Item.Value"), ["Error"] = "Replaced" },
                        ["End"] = true,
                    },
                }),
                ["Next"] = NameOf(0),
            };
        }
        else
        {
            states["Left out"] = new ValueMap { ["Type"] = "Succeed", ["Comment"] = "An older run goes on.", ["Output"] = new ValueMap { ["leftOut"] = true } };
        }
    }

    private ValueMap Parallel(IReadOnlyList<WorkflowStep> steps)
    {
        var assign = new ValueMap();
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].ForEach is null && steps[i].Config.Outputs.Count > 0)
            {
                assign[JsonataText.VariableOf(steps[i].Name)] = JsonataText.Expression(FormattableString.Invariant($"$states.result[{i}]"));
            }
        }

        return new()
        {
            ["Type"] = "Parallel",
            ["Branches"] = Value.List(steps.Select(step => (Value)Branch(step))),
            ["Assign"] = assign.Any() ? (Value)assign : null,
        };
    }

    private ValueMap Branch(WorkflowStep step)
    {
        var states = new ValueMap();
        var first = step.Name;
        if (step.When is { } condition)
        {
            first = $"{step.Name}: when";
            var leftOut = $"{step.Name}: left out";
            states[first] = new ValueMap
            {
                ["Type"] = "Choice",
                ["Choices"] = Value.List(new ValueMap { ["Condition"] = JsonataText.Expression(JsonataText.Condition(condition)), ["Next"] = step.Name }),
                ["Default"] = leftOut,
            };
            states[leftOut] = new ValueMap { ["Type"] = "Pass", ["Output"] = Gathered(step, _ => ""), ["End"] = true };
        }

        if (step.ForEach is { } list)
        {
            states[step.Name] = new ValueMap
            {
                ["Type"] = "Map",
                ["Items"] = JsonataText.Expression($"$parse(${JsonataText.VariableOf(list.Step)}.{list.Output})"),
                ["MaxConcurrency"] = step.Config.MaxParallel,
                ["ItemProcessor"] = Machine($"{step.Name}: item", new() { [$"{step.Name}: item"] = Task(step, null) }),
                ["Output"] = new ValueMap(),
                ["End"] = true,
            };
            return new() { ["StartAt"] = first, ["States"] = states };
        }

        var outputs = step.Config.Outputs;
        states[step.Name] = Task(step, outputs.Count == 0 ? null : Reading(step, outputs[0]));
        for (var i = 0; i < outputs.Count; i++)
        {
            states[Reading(step, outputs[i])] = Read(step, outputs[i], i + 1 < outputs.Count ? Reading(step, outputs[i + 1]) : $"{step.Name}: done");
        }

        if (outputs.Count > 0)
        {
            states[$"{step.Name}: done"] = new ValueMap { ["Type"] = "Pass", ["Output"] = Gathered(step, output => JsonataText.Expression($"${Given(output)}")), ["End"] = true };
        }

        return new() { ["StartAt"] = first, ["States"] = states };
    }

    /// <summary>A branch may not have a variable of the same name as one outside.</summary>
    private static string Given(string output) => $"given_{output}";

    private static string Reading(WorkflowStep step, string output) => $"{step.Name}: read {output}";

    private static Value Gathered(WorkflowStep step, Func<string, string> value)
    {
        var outputs = new ValueMap();
        foreach (var output in step.Config.Outputs)
        {
            outputs[output] = value(output);
        }

        return outputs;
    }

    private static ValueMap Machine(string start, ValueMap states) => new() { ["ProcessorConfig"] = new ValueMap { ["Mode"] = "INLINE" }, ["StartAt"] = start, ["States"] = states };

    private ValueMap Task(WorkflowStep step, string? next)
    {
        var job = Jobs[step.Name];
        List<Value> environment = [AwsStepJob.Variable("STRATA_RUN", JsonataText.Expression("$run"))];
        if (job.Bucket is not null)
        {
            environment.Add(AwsStepJob.Variable("STRATA_FOLDER", JsonataText.Expression($"{JsonataText.Quote($"s3://{job.Bucket}/{RunStore.Folder}/{Workflow.Name}/")} & $run")));
            environment.Add(AwsStepJob.Variable("STRATA_STEP", step.Name));
            environment.AddRange(job.RunnerVariables.Select(variable => AwsStepJob.Variable(variable.Name, variable.Value)));
        }

        environment.AddRange(step.Environment.Where(variable => !variable.Value.IsLiteral).Select(variable => AwsStepJob.Variable(variable.Key, JsonataText.Of(variable.Value))));
        return new()
        {
            ["Type"] = "Task",
            ["Resource"] = "arn:aws:states:::batch:submitJob.sync",
            ["Arguments"] = new ValueMap
            {
                ["JobName"] = job.Name,
                ["JobDefinition"] = job.Name,
                ["JobQueue"] = job.Queue,
                ["ShareIdentifier"] = job.ShareIdentifier is null ? null : (Value)job.ShareIdentifier,
                ["ContainerOverrides"] = new ValueMap
                {
                    ["Command"] = Value.List([.. job.Program.Select(word => (Value)word), .. step.Command.Select(word => (Value)JsonataText.Of(word))]),
                    ["Environment"] = Value.List(environment.Select(variable => (Value)Capital((ObjectValue)variable))),
                },
            },
            ["Retry"] = step.Config.Retries == 0 ? null : Value.List(new ValueMap
            {
                ["ErrorEquals"] = Value.List("States.ALL"),
                ["IntervalSeconds"] = step.Config.Backoff.Seconds,
                ["BackoffRate"] = 2,
                ["MaxAttempts"] = step.Config.Retries,
            }),

            // Else the whole description of the job goes on, which soon is more than a state may hand over.
            ["Output"] = new ValueMap(),
            ["Next"] = next is null ? null : (Value)next,
            ["End"] = next is null ? (Value)true : null,
        };
    }

    private ValueMap Read(WorkflowStep step, string output, string next) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = "arn:aws:states:::aws-sdk:s3:getObject",
        ["Arguments"] = new ValueMap { ["Bucket"] = Jobs[step.Name].Bucket, ["Key"] = JsonataText.Expression($"{JsonataText.Quote($"{RunStore.Folder}/{Workflow.Name}/")} & $run & {JsonataText.Quote($"/{step.Name}/{output}")}") },
        ["Assign"] = new ValueMap { [Given(output)] = JsonataText.Expression("$states.result.Body") },
        ["Output"] = new ValueMap(),
        ["Next"] = next,
    };

    /// <summary>Step Functions writes the names of Batch's API with a capital first.</summary>
    private static ValueMap Capital(ObjectValue variable) => new() { ["Name"] = variable.Properties[0].Value, ["Value"] = variable.Properties[1].Value };
}
