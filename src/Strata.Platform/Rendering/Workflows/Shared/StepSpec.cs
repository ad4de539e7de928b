using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>What the program of steps is told of one, for engines that fill values in by their number.</summary>
internal static class StepSpec
{
    public static IEnumerable<KeyValuePair<string, TemplateValue>> Of(WorkflowStep step, PlacedWorkflow placed, StepSurroundings around, TemplateMap model, StepArguments arguments)
    {
        List<KeyValuePair<string, TemplateValue>> spec =
        [
            new("workflow", placed.Workflow.Name),
            new("step", step.Name),
            new("run", TemplateValue.List(arguments.Part(new RunReference()))),
            new("store", around.Store),
            new("command", TemplateValue.List(step.Command.Select(arguments.Parts))),
            new("environment", TemplateValue.List(
            [
                .. around.Environment.Select(variable => TemplateValue.List(variable.Key, TemplateValue.List(variable.Value))),
                .. step.Environment.Select(variable => TemplateValue.List(variable.Key, arguments.Parts(variable.Value))),
            ])),
            new("outputs", model["outputs"]!),
            new("keep", model["keep"]!),
            new("fetch", model["fetch"]!),
        ];
        if (step.When is not null)
        {
            spec.Add(new("when", arguments.Condition(step.When)));
        }

        if (step.Config.Timeout is { } timeout)
        {
            spec.Add(new("timeout", timeout.Seconds));
        }

        return spec;
    }
}
