using System.Text.RegularExpressions;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Workflows;

/// <summary>Turns what a file says of a workflow into a workflow, whatever its scheduler.</summary>
internal sealed partial class WorkflowBinder(WorkflowConfig config, DiagnosticBag diagnostics)
{
    /// <summary>The workflow, or null when something is wrong with it; what is among the diagnostics.</summary>
    public static Workflow? Bind(WorkflowConfig config, DiagnosticBag diagnostics)
    {
        var before = diagnostics.ErrorCount;
        var workflow = new WorkflowBinder(config, diagnostics).Bind();
        return diagnostics.ErrorCount == before ? workflow : null;
    }

    private Workflow Bind()
    {
        CheckWhole();
        foreach (var (name, step) in config.Steps)
        {
            foreach (var need in step.Needs.Where(need => !config.Steps.ContainsKey(need)))
            {
                diagnostics.Add(WorkflowErrors.UnknownNeed(step.SpanOf(nameof(step.Needs)), name, need, [.. config.Steps.Keys]));
            }
        }

        var (order, circle) = StepOrder.Of(config.Steps);
        if (circle is not null)
        {
            diagnostics.Add(WorkflowErrors.StepsInCircle(config.Steps[circle[0]].SpanOf(nameof(StepConfig.Needs)), circle));
        }

        return new Workflow(config, [.. order.Select(BindStep)]);
    }

    private void CheckWhole()
    {
        if (config.Steps.Count == 0)
        {
            diagnostics.Add(WorkflowErrors.NoSteps(config.SpanOf(nameof(config.Steps)), config.Name));
        }

        foreach (var (name, parameter) in config.Parameters)
        {
            if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(parameter.Default))
            {
                diagnostics.Add(WorkflowErrors.DefaultNotAmongChoices(parameter.SpanOf(nameof(parameter.Default)), name, parameter.Default, parameter.Choices));
            }
        }

        foreach (var property in (string[])[nameof(config.TimeZone), nameof(config.CatchUp)])
        {
            if (config.Schedule is null && config.IsSet(property))
            {
                diagnostics.Add(WorkflowErrors.WithoutSchedule(config.SpanOf(property), config.Name, Stacks.PropertyNames.InFiles(property)));
            }
        }

        if (config.On?.After is { } after && after.Name == config.Name)
        {
            diagnostics.Add(WorkflowErrors.AfterItself(config.On.SpanOf(nameof(WorkflowTrigger.After)), config.Name));
        }
    }

    private WorkflowStep BindStep(string name)
    {
        var step = config.Steps[name];
        if (step.Timeout is { } timeout && timeout.CompareTo(config.Timeout) > 0)
        {
            diagnostics.Add(WorkflowErrors.LongerThanWorkflow(step.SpanOf(nameof(step.Timeout)), name, timeout.ToString(), config.Timeout.ToString()));
        }

        foreach (var both in step.Outputs.Intersect(step.Artifacts))
        {
            diagnostics.Add(WorkflowErrors.NamesTwice(step.SpanOf(nameof(step.Artifacts)), name, both));
        }

        CheckVariables(name, step);
        return new WorkflowStep(
            name,
            step,
            [.. step.Command.Select(word => TextOf(name, step, word, nameof(step.Command)))],
            [.. step.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => KeyValuePair.Create(variable.Key, TextOf(name, step, variable.Value, nameof(step.Environment))))],
            [.. step.Needs.Order(StringComparer.Ordinal)],
            ConditionOf(name, step),
            ListOf(name, step));
    }

    private void CheckVariables(string name, StepConfig step)
    {
        foreach (var variable in step.Environment.Keys.Concat(step.Secrets.Keys).Distinct())
        {
            var at = step.SpanOf(step.Environment.ContainsKey(variable) ? nameof(step.Environment) : nameof(step.Secrets));
            if (!VariableName().IsMatch(variable))
            {
                diagnostics.Add(WorkflowErrors.BadVariable(at, name, variable));
            }
            else if (variable.StartsWith("STRATA_", StringComparison.Ordinal))
            {
                diagnostics.Add(WorkflowErrors.ReservedVariable(at, name, variable));
            }
            else if (step.Environment.ContainsKey(variable) && step.Secrets.ContainsKey(variable))
            {
                diagnostics.Add(WorkflowErrors.VariableTwice(at, name, variable));
            }
        }
    }

    private StepText TextOf(string name, StepConfig step, string text, string property)
    {
        var at = step.SpanOf(property);
        var (parsed, problem) = StepTextParser.Parse(text);
        if (problem is not null)
        {
            diagnostics.Add(WorkflowErrors.BadText(at, name, text, problem));
        }

        foreach (var part in parsed.Parts)
        {
            CheckPart(name, step, part, at);
        }

        return parsed;
    }

    private Condition? ConditionOf(string name, StepConfig step)
    {
        if (step.When is null)
        {
            return null;
        }

        var at = step.SpanOf(nameof(step.When));
        var (condition, problem) = ConditionParser.Parse(step.When);
        if (condition is null)
        {
            diagnostics.Add(WorkflowErrors.BadCondition(at, name, step.When, problem!));
            return null;
        }

        foreach (var comparison in Comparisons.In(condition))
        {
            CheckPart(name, step, comparison.Left, at);
        }

        return condition;
    }

    private OutputReference? ListOf(string name, StepConfig step)
    {
        if (step.ForEach?.Split('.') is not [var other, var output])
        {
            return null;
        }

        var list = new OutputReference(other, output);
        CheckPart(name, step, list, step.SpanOf(nameof(step.ForEach)));
        return list;
    }

    private void CheckPart(string name, StepConfig step, TextPart part, SourceSpan? at)
    {
        switch (part)
        {
            case ParameterReference parameter when !HasParameter(parameter.Name):
                diagnostics.Add(WorkflowErrors.UnknownParameter(at, name, parameter.Name, [.. config.Parameters.Keys]));
                break;

            case ItemReference when step.ForEach is null:
                diagnostics.Add(WorkflowErrors.ItemWithoutList(at, name));
                break;

            case OutputReference { Step: var other, Output: var output }:
                CheckOutput(name, other, output, at);
                break;
        }
    }

    /// <summary>A workflow that starts with a new object has a parameter with its key.</summary>
    private bool HasParameter(string name) => config.Parameters.ContainsKey(name) || (name == "object" && config.On?.NewObject is not null);

    private void CheckOutput(string name, string other, string output, SourceSpan? at)
    {
        if (!config.Steps.TryGetValue(other, out var source))
        {
            diagnostics.Add(WorkflowErrors.UnknownStep(at, name, other, [.. config.Steps.Keys]));
        }
        else if (!source.Outputs.Contains(output))
        {
            diagnostics.Add(WorkflowErrors.UnknownOutput(at, name, other, output, source.Outputs));
        }
        else if (source.ForEach is not null)
        {
            diagnostics.Add(WorkflowErrors.OutputOfMany(at, name, other));
        }
        else if (!StepOrder.Before(name, config.Steps).Contains(other))
        {
            diagnostics.Add(WorkflowErrors.NotAwaited(at, name, other));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();
}
