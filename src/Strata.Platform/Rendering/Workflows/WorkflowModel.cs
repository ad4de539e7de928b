using Strata.Platform.Stacks;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as templates see it, whichever engine runs it.</summary>
internal static class WorkflowModel
{
    /// <summary>The workflow's own facts; steps are <see cref="StepModel"/>'s.</summary>
    public static IEnumerable<KeyValuePair<string, TemplateValue>> Of(PlacedWorkflow placed, RenderContext context)
    {
        var config = placed.Workflow.Config;
        var after = config.On?.After?.Name;
        return
        [
            new("name", config.Name),
            new("variable", Variable(config.Name)),
            new("team", context.Stack.Config.Team),
            new("description", config.Description ?? ""),
            new("schedule", config.Schedule?.Text),
            new("time_zone", config.TimeZone.Text),
            new("concurrency", PropertyNames.OfChoice(config.Concurrency.ToString())),
            new("timeout", config.Timeout.Seconds),
            new("parameters", TemplateValue.List(config.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (TemplateValue)new TemplateMap(
                new("name", one.Key), new("default", one.Value.Default), new("description", one.Value.Description), new("choices", Texts(one.Value.Choices)))))),
            new("on_failure", Texts(config.Notify?.OnFailure ?? [])),
            new("on_success", Texts(config.Notify?.OnSuccess ?? [])),
            new("after", after is null ? null : Event(after, context)),
            new("asset", Event(config.Name, context)),
            new("awaited", context.Expanded.Workflows.Any(other => other.Workflow.Config.On?.After?.Name == config.Name)),
        ];
    }

    /// <summary>What Python calls something that has dashes in its name, or is called like a word of Python's own.</summary>
    public static string Variable(string name) => PythonRules.Keywords.Contains(name) ? $"{name}_" : name.Replace('-', '_');

    public static TemplateValue Texts(IEnumerable<string> texts) => TemplateValue.List(texts.Select(text => (TemplateValue)text));

    /// <summary>Steps with what Python calls them.</summary>
    public static TemplateValue Named(IEnumerable<string> steps) => TemplateValue.List(steps.Select(step => (TemplateValue)new TemplateMap(new("name", step), new("variable", Variable(step)))));

    /// <summary>What the end of a workflow is called, for those that wait for it.</summary>
    private static string Event(string workflow, RenderContext context) => $"strata://{context.Stack.Name}/workflows/{workflow}";
}
