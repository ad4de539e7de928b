using Strata.Graph;
using Strata.Platform.Workflows;
using static Strata.Platform.Rendering.GoogleWorkflowText;

namespace Strata.Platform.Rendering;

/// <summary>The source of a workflow: the levels of its graph one after the other, the steps of a level side by side.</summary>
/// <param name="Id">The workflow's own.</param>
/// <param name="Next">Workflows that start after this one has gone well.</param>
internal sealed record GoogleWorkflowSource(Workflow Workflow, IReadOnlyDictionary<string, GoogleStepJob> Jobs, string Id, IReadOnlyList<string> Next)
{
    public ValueMap Definition
    {
        get
        {
            var source = new ValueMap { ["main"] = new ValueMap { ["params"] = Value.List("args"), ["steps"] = Value.List([.. Begin(), .. StepLevels.Of(Workflow).SelectMany(Level), .. End()]) } };
            if (Workflow.Steps.Any(step => step.Config.Retries > 0))
            {
                source["always"] = new ValueMap { ["params"] = Value.List("problem"), ["steps"] = Value.List(Named("tryAgain", new() { ["return"] = true })) };
            }

            return source;
        }
    }

    private IEnumerable<Value> Begin()
    {
        var config = Workflow.Config;
        yield return Named("begin", new()
        {
            ["assign"] = Value.List(
            [
                Named("none", new()),
                Assigned("run", "${sys.get_env(\"GOOGLE_CLOUD_WORKFLOW_EXECUTION_ID\")}"),
                Assigned("deadline", $"${{sys.now() + {config.Timeout.Seconds}}}"),
                Assigned("input", "${default(args, none)}"),
                .. config.Parameters.Select(parameter => Assigned(Name("parameter", parameter.Key), $"${{string(default(map.get(input, {Quote(parameter.Key)}), {Quote(parameter.Value.Default)}))}}")),
                .. Workflow.Steps.SelectMany(Variables).Select(variable => Assigned(variable, "")),
            ]),
        });
        foreach (var (name, parameter) in config.Parameters.Where(parameter => parameter.Value.Choices.Count > 0))
        {
            yield return Named(Name("check", name), Switch(
                string.Join(" and ", parameter.Choices.Select(choice => $"{Name("parameter", name)} != {Quote(choice)}")),
                new() { ["raise"] = $"'{name}' must be one of {string.Join(", ", parameter.Choices)}." }));
        }

        if (config.Concurrency == ConcurrencyPolicy.Forbid)
        {
            yield return Named("findRuns", new()
            {
                ["call"] = "googleapis.workflowexecutions.v1.projects.locations.workflows.executions.list",
                ["args"] = new ValueMap { ["parent"] = Id, ["filter"] = "state=\"ACTIVE\"" },
                ["result"] = "active",
            });

            // The newest comes first: only the oldest goes on.
            yield return Named("anyOlderRun", Switch("not(text.match_regex(active.executions[len(active.executions) - 1].name, run))", new() { ["return"] = "An older run goes on." }));
        }
    }

    private IEnumerable<Value> Level(IReadOnlyList<WorkflowStep> steps, int number)
    {
        yield return Named(FormattableString.Invariant($"isTimeLeft{number + 1}"), Switch("sys.now() > deadline", new() { ["raise"] = $"The run took more than {Workflow.Config.Timeout}." }));
        if (steps is [var only])
        {
            foreach (var part in Parts(only))
            {
                yield return part;
            }

            yield break;
        }

        List<Value> shared = [.. steps.SelectMany(Variables).Select(variable => (Value)variable)];
        yield return Named(FormattableString.Invariant($"level{number + 1}"), new()
        {
            ["parallel"] = new ValueMap
            {
                ["shared"] = shared.Count == 0 ? null : Value.List(shared),
                ["branches"] = Value.List(steps.Select(step => Named(Name(step.Name), new() { ["steps"] = Value.List(Parts(step)) }))),
            },
        });
    }

    /// <summary>The job and the reading of what it gave out; under a condition, as the steps of a switch.</summary>
    private List<Value> Parts(WorkflowStep step)
    {
        List<Value> parts = [Run(step), .. step.ForEach is null ? step.Config.Outputs.Select(output => Read(step, output)) : []];
        return step.When is null ? parts : [Named(Name(step.Name, "when"), Switch(Condition(step.When), new() { ["steps"] = Value.List(parts) }))];
    }

    private Value Run(WorkflowStep step)
    {
        var call = Named(Name(step.Name, "run"), Jobs[step.Name].Call);
        return step.ForEach is not { } list ? call : Named(Name(step.Name, "each"), new()
        {
            ["parallel"] = new ValueMap
            {
                ["concurrency_limit"] = step.Config.MaxParallel,
                ["for"] = new ValueMap { ["value"] = "item", ["in"] = Expression($"json.decode({Name("output", list.Step, list.Output)})"), ["steps"] = Value.List(call) },
            },
        });
    }

    private Value Read(WorkflowStep step, string output) => Named(Name(step.Name, "read", output), new()
    {
        ["call"] = "googleapis.storage.v1.objects.get",
        ["args"] = new ValueMap
        {
            ["bucket"] = Jobs[step.Name].Bucket,
            ["object"] = Expression($"text.url_encode({Quote($"{RunStore.Folder}/{Workflow.Name}/")} + run + {Quote($"/{step.Name}/{output}")})"),
            ["alt"] = "media",
        },
        ["result"] = Name("output", step.Name, output),
    });

    private IEnumerable<Value> End() => Next.Select((next, i) => Named(FormattableString.Invariant($"then{i + 1}"), new()
    {
        ["call"] = "googleapis.workflowexecutions.v1.projects.locations.workflows.executions.create",
        ["args"] = new ValueMap { ["parent"] = next },
    }));

    private static IEnumerable<string> Variables(WorkflowStep step) => step.ForEach is null ? step.Config.Outputs.Select(output => Name("output", step.Name, output)) : [];

    private static ValueMap Switch(string condition, ValueMap then)
    {
        var one = new ValueMap { ["condition"] = Expression(condition) };
        foreach (var property in then)
        {
            one[property.Name] = property.Value;
        }

        return new() { ["switch"] = Value.List((Value)one) };
    }

    private static Value Named(string name, ValueMap content) => new ValueMap { [name] = content };

    private static Value Assigned(string name, string content) => new ValueMap { [name] = content };
}
